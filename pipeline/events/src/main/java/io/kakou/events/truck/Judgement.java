package io.kakou.events.truck;

/** What became of a truck that was seen. */
public enum Judgement {
    /** The papers do not allow it; a person of the enforcement seat decides what follows. */
    VIOLATION,
    /** The papers allow it. */
    CLEAN,
    /** Nobody can say. Never to be read as a violation. Also: a constant written by a newer release. */
    UNKNOWN
}
