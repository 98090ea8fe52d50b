package io.kakou.events;

/** What became of a deadline, by recorded times alone. */
public enum DeadlineState {
    /** It has not run out, or nobody has told yet. */
    RUNNING,
    /** The step was done in time, however late that was heard. */
    KEPT,
    /** It ran out before the step was done. */
    OVERDUE,
    /** It ran out while the system was down: not the room's doing. */
    OVERDUE_WHILE_DOWN,
    /** The incident was closed or rejected in time, so that the step had no more purpose. */
    NOT_NEEDED,
    /** A constant written by a newer release. */
    UNKNOWN
}
