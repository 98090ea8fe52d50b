package io.kakou.events;

/** What a camera looks at; it decides which events can be watched for. */
public enum CameraKind {
    /** A lift cabin. */
    LIFT,
    /** A carriageway with a road zone. */
    ROAD,
    /** A construction site's gate or a no-dump zone. */
    GATE,
    /** Pavements, squares, crossings. */
    STREET,
    /** A constant written by a newer release. */
    UNKNOWN
}
