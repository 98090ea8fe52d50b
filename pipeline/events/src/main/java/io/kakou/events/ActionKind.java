package io.kakou.events;

/** What a person did with an incident. */
public enum ActionKind {
    ACCEPT,
    REJECT,
    DISPATCH,
    ARRIVE,
    CLOSE,
    /** A constant written by a newer release. */
    UNKNOWN
}
