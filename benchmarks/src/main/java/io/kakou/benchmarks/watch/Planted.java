package io.kakou.benchmarks.watch;

import io.kakou.events.EventKind;

/**
 * An event in a film.
 *
 * @param from when a person first sees it, in seconds from the film's beginning
 * @param to when it is over
 */
record Planted(EventKind kind, double from, double to) {
    private static final double PATIENCE_SECONDS = 12;
    /** Water rises for a minute, and roads wait for up to two for each other; then three looks must have seen it. */
    private static final double WATER_PATIENCE_SECONDS = 240;

    private static final double WATER_DRY_SECONDS = 300;

    /** So long after it began nobody waits for an alert any more, in seconds. */
    double patienceSeconds() {
        return switch (kind) {
            case WATERLOGGING -> WATER_PATIENCE_SECONDS;
            case LOST_CHILD -> to - from + PATIENCE_SECONDS;
            case EBIKE_IN_LIFT, MUCK_TRUCK, DUMPING, UNKNOWN -> PATIENCE_SECONDS;
        };
    }

    /** So long before it the camera must have been watched, in seconds: of a road it must know how it shows when dry. */
    double knownSeconds() {
        return kind == EventKind.WATERLOGGING ? WATER_DRY_SECONDS : 0;
    }

    /** Whether an alert whose onset is then is of this event; rules look back no further, and are no later. */
    boolean holds(double onset) {
        return onset >= from - 1 && onset <= to + 1;
    }
}
