package io.kakou.events;

/** Which hours a limit counts. */
public enum Counting {
    /** Every hour of every day. */
    ALL_HOURS,
    /** Those that the profile's calendar calls working hours. */
    WORKING_HOURS,
    /** A constant written by a newer release: all hours, so that nothing runs out unseen. */
    UNKNOWN
}
