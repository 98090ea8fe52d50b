package io.kakou.analysis.look;

/** How a live camera is watched. */
public enum Effort {
    /** A keyframe now and then, judged by the gate: whether the camera shows anything, and whether it is the same as before. */
    GLANCE,
    /** The same, with a detection at intervals, changed or not: what rises in minutes is seen so. */
    SAMPLE,
    /** Every keyframe is judged by the gate; a change opens the pictures before and after it. */
    FOLLOW
}
