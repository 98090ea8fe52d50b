package io.kakou.events;

/**
 * How long a room has for a step.
 *
 * @param seconds from the moment the step begins to run, see {@link ClockStep#startsAtOpening()}; 1 to
 *     {@value #MOST_SECONDS}, 31 days
 * @param counting which hours count; all where nothing is said
 */
public record ClockLimit(ClockStep step, double seconds, Counting counting) {
    public static final int MOST_SECONDS = 2_678_400;

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public ClockLimit {
        step = step == null ? ClockStep.UNKNOWN : step;
        counting = counting == null ? Counting.ALL_HOURS : counting;
        Range.check("seconds of step " + step, seconds, 1, MOST_SECONDS);
    }

    /** A limit that counts all hours. */
    public ClockLimit(ClockStep step, double seconds) {
        this(step, seconds, Counting.ALL_HOURS);
    }
}
