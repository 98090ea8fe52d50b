package io.kakou.events;

/** How a seat is told of something. */
public enum NoticeKind {
    /** A sound of its own. */
    RING,
    /** On the list, without a sound. */
    LISTED,
    /** A flood of one kind begins: one sound for all of it. */
    SITUATION,
    /** The first of a place while a serious kind comes more often than its ceiling: one sound for the place's card. */
    CEILING,
    /** A situation is over; no sound. */
    SITUATION_ENDED,
    /** A constant written by a newer release. */
    UNKNOWN
}
