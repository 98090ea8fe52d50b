package io.kakou.app.page;

import io.kakou.app.demo.LoopedLift;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A served camera's clock, which the server asks as it sends a frame: at a session's first frame and then every
 * {@value #REPORT_SECONDS} s, for the sender reports (RFC 3550 §6.4.1). So it knows when any frame of the film left. Safe
 * for many threads; for one session at a time.
 */
final class CameraClock implements InstantSource {
    private static final double REPORT_SECONDS = 5;
    private static final double LATE_SECONDS = 1;

    private final List<Instant> asked = new ArrayList<>();

    @Override
    public synchronized Instant instant() {
        Instant now = Instant.now();
        if (!asked.isEmpty() && Math.abs(seconds(asked.get(asked.size() - 1), now) - REPORT_SECONDS) > LATE_SECONDS) {
            asked.clear();
        }
        asked.add(now);
        return now;
    }

    /** When the frame that first shows the event left the server, the newest time not after this; null where none did. */
    synchronized @Nullable Instant shownBefore(Instant time, LoopedLift film) {
        if (asked.isEmpty()) {
            return null;
        }
        double since = seconds(asked.get(0), time) - film.firstSeen();
        double passes = Math.floor(since / film.seconds());
        return passes < 0 ? null : plus(asked.get(0), film.firstSeen() + passes * film.seconds());
    }

    /** How far the server's frames have slipped against its first, at the worst. */
    synchronized double slipSeconds() {
        double worst = 0;
        for (int i = 0; i < asked.size(); i++) {
            worst = Math.max(worst, Math.abs(seconds(asked.get(0), asked.get(i)) - i * REPORT_SECONDS));
        }
        return worst;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    private static Instant plus(Instant from, double seconds) {
        return from.plusNanos(Math.round(seconds * 1e9));
    }
}
