package io.kakou.benchmarks.trucks.story;

/** What is true of a truck that passes a camera, as far as anybody standing there with all papers could know. */
public enum Truth {
    LAWFUL,
    UNLAWFUL,
    /** Its plate cannot be read; or it is on the way, where nobody sees what it carries. */
    CANNOT_SAY,
    /** One of two trucks with one plate: either may be the true one. */
    CLONED
}
