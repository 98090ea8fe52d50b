package io.kakou.rtsp.rtp;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A camera's clock as its sender reports tell it (RFC 3550 §6.4.1), carried along the timeline. One thread.
 *
 * <p>A report whose timestamp is nowhere near the pictures' is passed over: some cameras send zeros there. One that
 * disagrees with the one before tells of a clock that was set; two in a row that do are nonsense, and nothing is said
 * until two agree.
 */
final class SenderClock {
    /** A camera between two keyframes may give no picture this long. */
    private static final double NEAR_SECONDS = 60;

    private static final double AGREE_SECONDS = 1;
    private static final double AGREE_SHARE = 0.5;

    private final double ticksPerSecond;
    private @Nullable SenderReport said;
    private long saidTicks;
    private int disagreements;

    SenderClock(double ticksPerSecond) {
        this.ticksPerSecond = ticksPerSecond;
    }

    /**
     * Takes a report.
     *
     * @param place the report's timestamp, unwrapped
     * @param now the newest picture's
     */
    void reported(SenderReport report, long place, long now) {
        if (Math.abs(place - now) / ticksPerSecond > NEAR_SECONDS) {
            return;
        }
        disagreements = agrees(report, place) ? 0 : disagreements + 1;
        said = report;
        saidTicks = place;
    }

    /** The camera's time at an unwrapped timestamp, or null while it is not known. */
    @Nullable
    Instant at(long ticks) {
        SenderReport known = said;
        return known == null || disagreements > 1
                ? null
                : known.cameraTime().plusNanos(Math.round((ticks - saidTicks) / ticksPerSecond * 1e9));
    }

    /** The timeline began anew, and what was said of the old one says nothing of it. */
    void forget() {
        said = null;
        disagreements = 0;
    }

    private boolean agrees(SenderReport report, long place) {
        if (said == null) {
            return true;
        }
        double ran = (place - saidTicks) / ticksPerSecond;
        double told = Duration.between(said.cameraTime(), report.cameraTime()).toNanos() / 1e9;
        return Math.abs(told - ran) <= AGREE_SECONDS + AGREE_SHARE * Math.abs(ran);
    }
}
