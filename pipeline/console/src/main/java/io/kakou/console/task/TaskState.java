package io.kakou.console.task;

/** How far a task has come by what its unit has said. */
public enum TaskState {
    SENT,
    /** A phone has opened the link. */
    OPENED,
    ACCEPTED,
    ARRIVED,
    DONE
}
