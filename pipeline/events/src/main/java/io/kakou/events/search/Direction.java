package io.kakou.events.search;

/** Along time or against it. */
public enum Direction {
    /** To where the child came from. */
    BACKWARD,
    /** To where it is. */
    FORWARD
}
