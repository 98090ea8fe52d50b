package io.kakou.events;

import java.time.Duration;
import java.time.Instant;

/**
 * A person put an incident aside until a time; topic {@code registry}, key {@code shelf~<incident>}. It comes back by
 * itself.
 *
 * @param room whose seat puts it aside
 * @param user who
 * @param at when, our time at the console that took it
 * @param until when it comes back, {@value #MOST_HOURS} hours later at most
 */
public record Shelf(String incident, String room, String user, String reason, Instant at, Instant until) {
    /** What its key on the topic {@code registry} begins with. */
    public static final String KEY = "shelf~";

    public static final int MOST_HOURS = 8;

    private static final int LONGEST_REASON = 500;

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Shelf {
        String put = Id.compound("incident that is put aside", incident);
        Id.plain("room of the shelf of " + incident, room);
        Id.plain("user of the shelf of " + incident, user);
        Required.field("reason", reason, () -> "the shelf of " + put);
        Required.field("at", at, () -> "the shelf of " + put);
        Required.field("until", until, () -> "the shelf of " + put);
        Range.check(
                "reason's length of the shelf of " + incident, reason.strip().length(), 1, LONGEST_REASON);
        if (!until.isAfter(at) || until.isAfter(at.plus(Duration.ofHours(MOST_HOURS)))) {
            throw new IllegalArgumentException("the shelf of " + incident + " ends at " + until + "; allowed: after "
                    + at + " by " + MOST_HOURS + " hours at most");
        }
    }

    /** Its key on the topic {@code registry}. */
    public String key() {
        return KEY + incident;
    }
}
