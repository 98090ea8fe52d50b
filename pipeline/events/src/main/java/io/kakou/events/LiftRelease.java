package io.kakou.events;

import java.time.Duration;
import java.time.Instant;

/**
 * A person lets a lift's door go: until a time it is not held, whoever is in it; topic {@code registry}, key {@code
 * lift-release~<lift>}. It ends by itself.
 *
 * @param at when, our time at the console that took it
 * @param until its end, {@value #MOST_HOURS} hours later at most
 */
public record LiftRelease(String lift, String user, String reason, Instant at, Instant until) {
    /** What its key on the topic {@code registry} begins with. */
    public static final String KEY = "lift-release~";

    public static final int MOST_HOURS = 24;

    private static final int LONGEST_REASON = 200;

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public LiftRelease {
        String released = Id.plain("lift that is released", lift);
        Id.plain("user of the release of lift " + lift, user);
        Required.field("reason", reason, () -> "the release of lift " + released);
        Required.field("at", at, () -> "the release of lift " + released);
        Required.field("until", until, () -> "the release of lift " + released);
        Range.check(
                "reason's length of the release of lift " + lift, reason.strip().length(), 1, LONGEST_REASON);
        if (!until.isAfter(at) || until.isAfter(at.plus(Duration.ofHours(MOST_HOURS)))) {
            throw new IllegalArgumentException("the release of lift " + lift + " ends at " + until + "; allowed: after "
                    + at + " by " + MOST_HOURS + " hours at most");
        }
    }

    /** Its key on the topic {@code registry}. */
    public String key() {
        return KEY + lift;
    }

    /** Whether it holds then. */
    public boolean covers(Instant now) {
        return !now.isBefore(at) && now.isBefore(until);
    }
}
