package io.kakou.analysis.rule.water;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the rule remembers of one road; below 48 KB as JSON.
 *
 * @param recent the last looks that could be judged, oldest first
 * @param dry how the road shows when it is not under water
 * @param flood the water that stands on it, or null
 */
public record WaterloggingMemory(List<Sight> recent, DryRoad dry, @Nullable Flood flood) {
    public static final WaterloggingMemory EMPTY = new WaterloggingMemory(List.of(), DryRoad.UNKNOWN, null);

    public WaterloggingMemory {
        recent = List.copyOf(recent);
        dry = Objects.requireNonNullElse(dry, DryRoad.UNKNOWN);
    }

    /** What holds longer than minutes, on a timeline that begins at this moment of this one. */
    public WaterloggingMemory lastingAt(double seconds) {
        return new WaterloggingMemory(List.of(), dry, flood == null ? null : flood.earlierBy(seconds));
    }

    /** The same, with the other's flood where it has none of its own. */
    public WaterloggingMemory withFloodOf(WaterloggingMemory before) {
        return flood == null ? new WaterloggingMemory(recent, dry, before.flood) : this;
    }

    /**
     * One look.
     *
     * @param wet whether it saw the road under water
     */
    public record Sight(String frame, double seconds, Instant at, boolean wet) {}

    /**
     * Water that stands.
     *
     * @param alert id of the alert it raised
     * @param onset its first evidence
     * @param lastSeenSeconds the newest look that saw it, on the camera's timeline
     * @param subject the alert's word for it
     */
    public record Flood(String alert, Instant onset, double lastSeenSeconds, String subject) {
        Flood earlierBy(double seconds) {
            return new Flood(alert, onset, lastSeenSeconds - seconds, subject);
        }
    }
}
