package io.kakou.events;

import org.jspecify.annotations.Nullable;

/**
 * A rung of an escalation ladder: who is told when a step has run out and is still not done.
 *
 * @param seconds from the deadline on; 0 to {@value ClockLimit#MOST_SECONDS}
 * @param room who is told; null: the staffed room above the last that was told
 */
public record Rung(ClockStep step, double seconds, @Nullable String room) {
    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Rung {
        step = step == null ? ClockStep.UNKNOWN : step;
        Range.check("seconds of a rung after step " + step, seconds, 0, ClockLimit.MOST_SECONDS);
        if (room != null) {
            Id.plain("room of a rung after step " + step, room);
        }
    }
}
