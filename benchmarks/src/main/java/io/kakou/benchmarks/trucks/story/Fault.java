package io.kakou.benchmarks.trucks.story;

/** What a driver does that he may not, if anything. */
enum Fault {
    NONE,
    /** Carries muck without any paper. */
    NO_PAPER,
    /** Loads at a site that is not his. */
    OTHER_SITE,
    /** Works by day with a paper for the night. */
    BY_DAY,
    /** His paper ended yesterday. */
    LAPSED_PAPER,
    /** Takes another way than the one prescribed. */
    DETOUR,
    /** Has his paper, but the office enters it only the day after. */
    LATE_PAPER,
    /** Bears the plate of another truck that works at the same time. */
    CLONE,
    /** Tips his load on the way. */
    DUMPS
}
