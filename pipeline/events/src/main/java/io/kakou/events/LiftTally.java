package io.kakou.events;

import java.time.Instant;
import java.util.List;

/**
 * What happened at a lift, counted; topic {@code lift-tallies}, key lift id.
 *
 * @param days with anything to count, oldest first, {@value #MOST_DAYS} at most
 * @param at the newest alert that is in it, our time
 */
public record LiftTally(String lift, List<LiftDay> days, Instant at) {
    public static final int MOST_DAYS = 366;

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public LiftTally {
        String whose = Id.plain("lift of a tally", lift);
        days = days == null ? List.of() : List.copyOf(days);
        Required.field("at", at, () -> "the tally of lift " + whose);
        Range.check("days of the tally of lift " + lift, days.size(), 0, MOST_DAYS);
    }
}
