package io.kakou.analysis.camera;

import io.kakou.rtsp.AccessUnit;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One timeline over all of a camera's sessions: within a session the RTP timeline, between sessions our clock. It only
 * grows, so durations that span a reconnect are still right. One thread owns it.
 */
public final class Timeline {
    private @Nullable Instant origin;
    private double base;
    private double newest;

    /** Begins a session with its first access unit. */
    public void begin(AccessUnit first) {
        if (origin == null) {
            origin = first.at();
        }
        double byClock = Duration.between(origin, first.at()).toNanos() / 1e9;
        base = Math.max(byClock, newest) - first.seconds();
    }

    /** The unit's place, in seconds from the camera's first. */
    public double seconds(AccessUnit unit) {
        double seconds = base + unit.seconds();
        newest = Math.max(newest, seconds);
        return seconds;
    }
}
