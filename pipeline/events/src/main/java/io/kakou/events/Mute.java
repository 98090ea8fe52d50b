package io.kakou.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Alerts of a kind at these cameras make no sound; they are listed and never dropped; topic {@code registry}, key {@code
 * mute~<id>}.
 *
 * @param event whose sounds
 * @param cameras at which, {@value #MOST_CAMERAS} at most; none: everywhere, which is not allowed for a kind that never
 *     waits
 * @param reason why, in the words of who asked
 * @param user who asked
 * @param from since when
 * @param until its end, {@value #MOST_DAYS} days after {@code from} at most
 */
public record Mute(
        String id, EventKind event, List<String> cameras, String reason, String user, Instant from, Instant until) {
    /** What its key on the topic {@code registry} begins with. */
    public static final String KEY = "mute~";

    public static final int MOST_CAMERAS = 500;
    public static final int MOST_DAYS = 31;

    private static final int LONGEST_REASON = 500;

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Mute {
        String mute = Id.plain("mute id", id);
        event = event == null ? EventKind.UNKNOWN : event;
        cameras = cameras == null ? List.of() : List.copyOf(cameras);
        cameras.forEach(camera -> Id.plain("camera of mute " + mute, camera));
        Required.field("reason", reason, () -> "mute " + mute);
        Id.plain("user of mute " + id, user);
        Required.field("from", from, () -> "mute " + mute);
        Required.field("until", until, () -> "mute " + mute);
        Range.check("reason's length of mute " + id, reason.strip().length(), 1, LONGEST_REASON);
        Range.check("cameras of mute " + id, cameras.size(), event.mayWait() ? 0 : 1, MOST_CAMERAS);
        if (!until.isAfter(from) || until.isAfter(from.plus(Duration.ofDays(MOST_DAYS)))) {
            throw new IllegalArgumentException("mute " + id + " ends at " + until + "; allowed: after " + from + " by "
                    + MOST_DAYS + " days at most");
        }
    }

    /** Its key on the topic {@code registry}. */
    public String key() {
        return KEY + id;
    }

    /** Whether it silences this kind at this camera then; a kind that this release does not know is never silenced. */
    public boolean covers(EventKind kind, String camera, Instant at) {
        return event == kind
                && event != EventKind.UNKNOWN
                && (cameras.isEmpty() || cameras.contains(camera))
                && !at.isBefore(from)
                && at.isBefore(until);
    }
}
