package io.kakou.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of an incident's clock.
 *
 * @param at when it runs out: recorded time of the incident's OPENED transition plus the profile's seconds
 * @param met recorded time at which the step was done, also where that was too late; null while it is not done
 */
public record Deadline(ClockStep step, Instant at, @Nullable Instant met, DeadlineState state) {
    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Deadline {
        step = step == null ? ClockStep.UNKNOWN : step;
        String name = step.name();
        Required.field("at", at, () -> "deadline " + name);
        state = state == null ? DeadlineState.UNKNOWN : state;
    }

    /** A deadline that has begun to run. */
    public static Deadline running(ClockStep step, Instant at) {
        return new Deadline(step, at, null, DeadlineState.RUNNING);
    }

    /** Whether the room has been told that it ran out. */
    public boolean ranOut() {
        return switch (state) {
            case OVERDUE, OVERDUE_WHILE_DOWN -> true;
            case RUNNING, KEPT, NOT_NEEDED, UNKNOWN -> false;
        };
    }
}
