package io.kakou.events;

/** What is kept of a camera's stream. */
public enum Recording {
    /** Clips of its alerts. */
    ALERTS,
    /** All of it. */
    CONTINUOUS,
    /** The street's own recorder keeps it; spans are fetched from there. */
    ELSEWHERE,
    /** Nothing, not even clips. */
    OFF,
    /** A constant written by a newer release. */
    UNKNOWN
}
