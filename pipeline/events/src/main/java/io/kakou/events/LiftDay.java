package io.kakou.events;

/**
 * One day of a lift, {@link LiftTally#days}.
 *
 * @param day in UTC, 2026-03-01
 * @param stops e-bikes that were found in it
 * @param stayed those of them that were told to the room because they stayed
 * @param repeated because they were tried again and again
 * @param forced because the door was closed on them
 * @param failed because the controller failed
 */
public record LiftDay(String day, int stops, int stayed, int repeated, int forced, int failed) {
    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public LiftDay {
        day = day == null ? "" : day;
        if (!day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            throw new IllegalArgumentException("day of a lift's tally is no date; allowed: as in 2026-03-01");
        }
        Range.check("stops of " + day, stops, 0, Integer.MAX_VALUE);
    }

    /** A stop more. */
    public LiftDay plusStop() {
        return new LiftDay(day, stops + 1, stayed, repeated, forced, failed);
    }

    /** One more that was told. */
    public LiftDay plus(LiftReason reason) {
        return switch (reason) {
            case STAYS -> new LiftDay(day, stops, stayed + 1, repeated, forced, failed);
            case REPEATS -> new LiftDay(day, stops, stayed, repeated + 1, forced, failed);
            case FORCED -> new LiftDay(day, stops, stayed, repeated, forced + 1, failed);
            case CONTROLLER_FAILS -> new LiftDay(day, stops, stayed, repeated, forced, failed + 1);
        };
    }
}
