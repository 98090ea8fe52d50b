package io.kakou.benchmarks.watch;

import io.kakou.events.EventKind;

/**
 * An event in a film.
 *
 * @param from when a person first sees it, in seconds from the film's beginning
 * @param to when it is over
 */
record Planted(EventKind kind, double from, double to) {
    /** Whether an alert whose onset is then is of this event; rules look back no further, and are no later. */
    boolean holds(double onset) {
        return onset >= from - 1 && onset <= to + 1;
    }
}
