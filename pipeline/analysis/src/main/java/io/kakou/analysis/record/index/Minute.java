package io.kakou.analysis.record.index;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One object of footage: init segment and fragments (CMAF), about a minute.
 *
 * @param key in the store
 * @param from our time at its first picture
 * @param to our time at the end of its last
 * @param sha256 of the object, 64 hex digits
 * @param codec as browsers name it (RFC 6381)
 * @param width of the pictures in pixels
 * @param height likewise
 * @param keyframes of the fragments that begin with one, in order; the first lies behind the init segment
 * @param missing seconds within it that no picture shows, in breaks too short for a gap of their own
 */
public record Minute(
        String key,
        Instant from,
        Instant to,
        long bytes,
        String sha256,
        String codec,
        int width,
        int height,
        MinuteState state,
        List<Keyframe> keyframes,
        double missing) {
    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Minute {
        state = state == null ? MinuteState.UNKNOWN : state;
        keyframes = keyframes == null ? List.of() : List.copyOf(keyframes);
    }

    /** How long, in seconds. */
    public double seconds() {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    /** Whether any of it lies in the span. */
    public boolean touches(Instant begin, Instant end) {
        return from.isBefore(end) && to.isAfter(begin);
    }
}
