package io.kakou.events;

/** Why a seat is told. */
public enum NoticeCause {
    /** An event began that the room answers for. */
    OPENED,
    /** One began whose kind asks for this room besides. */
    SECOND_OWNER,
    /** One began on the room's border. */
    NEIGHBOUR,
    /** A step ran out elsewhere or here, and the ladder leads to this room. */
    ESCALATED,
    /** It was only on the list, and nobody has answered in time. */
    OVERDUE,
    /** A person put it aside until a time. */
    SHELVED,
    /** It had been put aside, the time has come, and it is still open. */
    SHELF_ENDED,
    /** A situation ended. */
    CALMED,
    /** A constant written by a newer release. */
    UNKNOWN
}
