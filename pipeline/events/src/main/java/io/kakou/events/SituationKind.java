package io.kakou.events;

/** What makes many incidents one situation. */
public enum SituationKind {
    /** More of a kind than a seat can hear singly; its incidents are a ranked list. */
    FLOOD,
    /** More of a kind that never waits than its ceiling: its incidents are cards, one a place, and the rule is to be looked at. */
    CEILING,
    /** A constant written by a newer release. */
    UNKNOWN
}
