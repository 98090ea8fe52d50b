package io.kakou.analysis.stature;

/** A person's size against the camera's adults. */
public enum Build {
    ADULT,
    CHILD,
    /** Not learned yet, not seen upright long enough, or between the two. */
    UNKNOWN
}
