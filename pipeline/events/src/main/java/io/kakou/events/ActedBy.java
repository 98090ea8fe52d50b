package io.kakou.events;

/** On whose word a step stands: that of who was there, or that of who sat in the room. Figures show the two apart. */
public enum ActedBy {
    /** An operator says so. */
    ROOM,
    /** The unit says so, by its task link. */
    UNIT,
    /** A constant written by a newer release. */
    UNKNOWN
}
