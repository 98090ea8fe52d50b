package io.kakou.analysis.record.index;

/** How a minute ended. */
public enum MinuteState {
    /** As it was to end. */
    WHOLE,
    /** The recorder was killed in it: it ends with what had reached the disk. */
    CUT,
    /** A constant written by a newer release. */
    UNKNOWN
}
