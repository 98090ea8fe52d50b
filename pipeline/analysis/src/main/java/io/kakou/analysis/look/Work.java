package io.kakou.analysis.look;

/** What a camera's time goes to. */
public enum Work {
    /** A keyframe decoded and judged by the gate. */
    GLANCE,
    /** A detection on a keyframe, with what the rules make of it. */
    DETECTION,
    /** A second of a stream that is followed: decoding, gate, detections, rules. */
    FOLLOWED
}
