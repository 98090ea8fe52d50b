package io.kakou.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of an incident's clock. Where an incident has several places each has a clock of its own, which began when the
 * place was found.
 *
 * @param at when it runs out: recorded time at which its clock began plus the profile's seconds
 * @param met recorded time at which the step was done, also where that was too late; null while it is not done
 * @param part id of the place it is of, or null: of the whole incident
 */
public record Deadline(ClockStep step, Instant at, @Nullable Instant met, DeadlineState state, @Nullable String part) {
    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Deadline {
        step = step == null ? ClockStep.UNKNOWN : step;
        String name = step.name();
        Required.field("at", at, () -> "deadline " + name);
        state = state == null ? DeadlineState.UNKNOWN : state;
    }

    /** A step of the whole incident. */
    public Deadline(ClockStep step, Instant at, @Nullable Instant met, DeadlineState state) {
        this(step, at, met, state, null);
    }

    /** A deadline that has begun to run. */
    public static Deadline running(ClockStep step, Instant at) {
        return new Deadline(step, at, null, DeadlineState.RUNNING);
    }

    /** The same, of one place. */
    public Deadline ofPart(@Nullable String id) {
        return new Deadline(step, at, met, state, id);
    }

    /** The same, standing so now. */
    public Deadline in(DeadlineState now) {
        return new Deadline(step, at, met, now, part);
    }

    /** The same, done then. */
    public Deadline met(Instant then, DeadlineState now) {
        return new Deadline(step, at, then, now, part);
    }

    /** Whether the room has been told that it ran out. */
    public boolean ranOut() {
        return switch (state) {
            case OVERDUE, OVERDUE_WHILE_DOWN -> true;
            case RUNNING, KEPT, NOT_NEEDED, UNKNOWN -> false;
        };
    }
}
