package io.kakou.events;

import java.util.List;

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
    UNKNOWN;

    /** What such a camera is watched for unless somebody chooses otherwise. */
    public List<EventKind> usualEvents() {
        return switch (this) {
            case LIFT -> List.of(EventKind.EBIKE_IN_LIFT);
            case ROAD -> List.of(EventKind.WATERLOGGING);
            case GATE -> List.of(EventKind.MUCK_TRUCK, EventKind.DUMPING);
            case STREET -> List.of(EventKind.LOST_CHILD);
            case UNKNOWN -> List.of();
        };
    }
}
