package io.kakou.events;

/** The levels of a city's area tree, largest first. */
public enum AreaLevel {
    /** 区. */
    DISTRICT,
    /** 街道. */
    STREET,
    /** 社区. */
    COMMUNITY,
    /** 网格. */
    GRID,
    /** A constant written by a newer release; never an owner by level, only by parent. */
    UNKNOWN
}
