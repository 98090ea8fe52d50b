package io.kakou.events;

/**
 * How long a room has for a step.
 *
 * @param seconds from the moment the incident was opened; 1 to {@value #MOST_SECONDS}, a week
 */
public record ClockLimit(ClockStep step, double seconds) {
    public static final int MOST_SECONDS = 604_800;

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public ClockLimit {
        step = step == null ? ClockStep.UNKNOWN : step;
        Range.check("seconds of step " + step, seconds, 1, MOST_SECONDS);
    }
}
