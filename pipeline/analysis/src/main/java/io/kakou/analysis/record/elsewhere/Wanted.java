package io.kakou.analysis.record.elsewhere;

import io.kakou.events.Camera;
import io.kakou.rtsp.ClockRange;
import java.time.Duration;
import java.time.Instant;

/** A span that is to be fetched. */
record Wanted(Camera camera, Instant from, Instant to) {
    private static final Duration LONGEST = Duration.ofHours(2);

    Wanted {
        if (!to.isAfter(from) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a span from " + from + " to " + to
                    + "; allowed: its end later than its begin, by up to " + LONGEST.toHours() + " hours");
        }
    }

    ClockRange range() {
        return new ClockRange(from, to);
    }

    double seconds() {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
