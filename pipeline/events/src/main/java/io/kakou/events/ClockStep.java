package io.kakou.events;

/** What a room has to have done by a deadline. */
public enum ClockStep {
    /** 响应: somebody accepted or rejected it. */
    RESPOND,
    /** 到场: the unit is there. */
    ARRIVE,
    /** 增援: a second unit was sent, or nothing is left to do. */
    REINFORCE,
    /** A constant written by a newer release. */
    UNKNOWN
}
