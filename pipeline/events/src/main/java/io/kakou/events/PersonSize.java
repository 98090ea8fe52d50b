package io.kakou.events;

/** A person's size against the adults of the same camera. */
public enum PersonSize {
    CHILD,
    ADULT,
    /** Not told: not learned there yet, not seen upright long enough, or between the two. */
    UNKNOWN
}
