package io.kakou.analysis.face;

/** What one look at a person's face said. */
public enum FaceSaid {
    CHILD,
    ADULT,
    /** No face large enough, or an age between the two. */
    NOTHING
}
