package io.kakou.events;

/** What changed an incident. */
public enum TransitionKind {
    /** An alert opened it. */
    OPENED,
    /** Another alert of the same event joined it. */
    JOINED,
    /** The rule sees the event no more; the state stays, people close. */
    RELEASED,
    /** A person moved it on. */
    ACTED,
    /** A step of its clock ran out. */
    OVERDUE,
    /** A step told as overdue was kept after all: an action came late and says an earlier time. */
    OVERDUE_WITHDRAWN,
    /** A step ran out and is still not done: another room was told. */
    ESCALATED,
    /** A constant written by a newer release. */
    UNKNOWN
}
