package io.kakou.rtsp.rtp;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a camera's clock is from ours, and how fast it leaves it, from the times of its pictures. One thread. */
public final class ClockOffset {
    /** Our own time of a picture is known to some ten milliseconds; in a minute that makes 300 ppm at worst. */
    static final double LEAST_DRIFT_SECONDS = 60;

    private static final double SAMPLE_SECONDS = 1;
    /** A clock that was set begins the measurement anew. */
    private static final double STEP_SECONDS = 0.5;

    private @Nullable Double offset;
    private @Nullable Instant first;
    private Instant newest = Instant.MIN;
    private double before;
    private double span;
    private double count;
    private double meanTime;
    private double meanOffset;
    private double timeSquares;
    private double products;

    /**
     * Takes a picture's times.
     *
     * @param cameraTime by the camera's clock, or null where that is not known
     * @param at by ours
     */
    public void saw(@Nullable Instant cameraTime, Instant at) {
        if (cameraTime == null) {
            offset = null;
        } else if (at.isAfter(newest)) {
            // A picture that is shown before one that came earlier is given that one's time, not its own.
            newest = at;
            double now = seconds(at, cameraTime);
            offset = now;
            sample(at, now);
        }
    }

    /** The camera's clock minus ours, seconds; null while the camera does not tell. */
    public @Nullable Double seconds() {
        return offset;
    }

    /**
     * Millionths that the camera's clock gains on ours; null while it was not watched for {@value #LEAST_DRIFT_SECONDS}
     * s since it was last set. Exact to some 300 after a minute, 10 after ten, and 2 after an hour.
     */
    public @Nullable Double driftPpm() {
        return offset == null || span < LEAST_DRIFT_SECONDS ? null : products / timeSquares * 1e6;
    }

    private void sample(Instant at, double now) {
        if (first == null || Math.abs(now - before) > STEP_SECONDS) {
            begin(at);
        }
        before = now;
        double time = seconds(first == null ? at : first, at);
        if (count == 0 || time - span >= SAMPLE_SECONDS) {
            span = time;
            fit(time, now);
        }
    }

    private void begin(Instant at) {
        first = at;
        span = 0;
        count = 0;
        meanTime = 0;
        meanOffset = 0;
        timeSquares = 0;
        products = 0;
    }

    /** Least squares, a sample at a time. */
    private void fit(double time, double now) {
        count++;
        double fromMean = time - meanTime;
        meanTime += fromMean / count;
        meanOffset += (now - meanOffset) / count;
        timeSquares += fromMean * (time - meanTime);
        products += fromMean * (now - meanOffset);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
