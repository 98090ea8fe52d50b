package io.kakou.events;

import java.time.Instant;
import java.util.List;

/**
 * A rule that a person has switched off for a while: its kind is not judged at these cameras, what they have taught is kept,
 * and open incidents stay with people. Topic {@code registry}, key {@code brake~<id>}; removed when it ends.
 *
 * @param kind what is not judged; {@link EventKind#UNKNOWN} of a newer release brakes nothing here
 * @param cameras where; none: at every camera, those to come included
 * @param except where it was taken back since
 * @param user who switched it off
 * @param reason why, one line
 * @param from since when, our time
 * @param until when it ends by itself, {@value #LONGEST_DAYS} days after {@code from} at most
 */
public record Brake(
        String id,
        EventKind kind,
        List<String> cameras,
        List<String> except,
        String user,
        String reason,
        Instant from,
        Instant until) {
    /** What its key on the topic {@code registry} begins with. */
    public static final String KEY = "brake~";

    /** What is to be off for longer is to be decided again. */
    public static final int LONGEST_DAYS = 31;

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Brake {
        String whose = Id.plain("brake id", id);
        kind = kind == null ? EventKind.UNKNOWN : kind;
        cameras = cameras == null ? List.of() : List.copyOf(cameras);
        except = except == null ? List.of() : List.copyOf(except);
        cameras.forEach(camera -> Id.plain("camera of brake " + whose, camera));
        except.forEach(camera -> Id.plain("exception of brake " + whose, camera));
        user = user == null ? "" : user;
        reason = reason == null ? "" : reason;
        Required.field("from", from, () -> "brake " + whose);
        Required.field("until", until, () -> "brake " + whose);
    }

    /** Its key on the topic {@code registry}. */
    public String key() {
        return KEY + id;
    }

    /** Whether it holds at a camera. */
    public boolean covers(String camera) {
        return kind != EventKind.UNKNOWN && (cameras.isEmpty() || cameras.contains(camera)) && !except.contains(camera);
    }

    /** Whether it has ended by itself. */
    public boolean isOver(Instant now) {
        return !now.isBefore(until);
    }
}
