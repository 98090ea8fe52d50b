package io.kakou.events;

import java.time.Instant;

/**
 * That a controller ended a hold by itself: it was commanded once, then watched, {@link Lift#proof}.
 *
 * @param at when, by the clock of whoever tested
 * @param releasedAfterSeconds what was measured, 0 to {@link LiftController#MOST_SECONDS}
 * @param user who
 * @param controller {@link LiftController#fingerprint} of what was tested
 */
public record LiftProof(Instant at, double releasedAfterSeconds, String user, String controller) {
    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public LiftProof {
        Required.field("at", at, () -> "the proof of a controller");
        Range.check(
                "releasedAfterSeconds of the proof of a controller",
                releasedAfterSeconds,
                0,
                LiftController.MOST_SECONDS);
        user = user == null ? "" : user;
        controller = controller == null ? "" : controller;
    }
}
