package io.kakou.rtsp.rtp;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What time it was when a picture was taken: on the stream's own timeline, by our clock, by the camera's. One thread.
 *
 * <p>Our clock is mapped by a slow filter: the network only ever delays, so the earliest arrival is believed at once and
 * a later one pulls with a time constant of {@value #FOLLOWS_SECONDS} s, which is enough for any quartz. A step of more
 * than {@value #STEP_SECONDS} s (the camera's clock was set, ours was, the link hung) is followed at once.
 */
public final class RtpTimeline {
    static final double FOLLOWS_SECONDS = 60;
    static final double STEP_SECONDS = 10;

    private final double ticksPerSecond;
    private boolean begun;
    private int lastTicks;
    private long ticks;
    private double startSeconds;
    private double offset;
    private Instant began = Instant.EPOCH;
    private Instant last = Instant.MIN;
    private Instant lastArrival = Instant.EPOCH;
    private double lastSeconds;
    private int ssrc;
    private @Nullable SenderReport report;

    /** @param ticksPerSecond the media's clock rate */
    public RtpTimeline(int ticksPerSecond) {
        this.ticksPerSecond = ticksPerSecond;
    }

    /**
     * A place in time.
     *
     * @param seconds since the first one; may step back where pictures come in decoding order
     * @param at by our clock, never before an earlier one's nor after the arrival unless the clock itself stepped back
     * @param cameraTime by the camera's clock, or null before its first report
     */
    public record Moment(double seconds, Instant at, @Nullable Instant cameraTime) {}

    /** The camera's clock as it says. */
    public void reported(SenderReport said) {
        report = said;
    }

    /**
     * The moment of a picture.
     *
     * @param timestamp its RTP timestamp; the 32 bits are unwrapped by the nearest way round
     * @param sender its SSRC; a new one goes on with the timeline where our clock says
     * @param arrival when its last packet came, our clock
     */
    public Moment place(int timestamp, int sender, Instant arrival) {
        if (!begun || sender != ssrc || jumped(timestamp, arrival)) {
            begin(timestamp, sender, arrival);
        }
        lastArrival = arrival;
        ticks += timestamp - lastTicks;
        lastTicks = timestamp;
        double seconds = startSeconds + ticks / ticksPerSecond;
        follow(seconds, secondsBetween(began, arrival));
        Instant mapped = began.plusNanos(Math.round((seconds + offset) * 1e9));
        if (mapped.isAfter(last)) {
            last = mapped;
        }
        lastSeconds = Math.max(lastSeconds, seconds);
        return new Moment(seconds, last, cameraTime(timestamp));
    }

    /** A step that our clock did not see too: a camera that began its timeline anew without saying so. */
    private boolean jumped(int timestamp, Instant arrival) {
        double step = (timestamp - lastTicks) / ticksPerSecond;
        return Math.abs(step) > STEP_SECONDS && Math.abs(step - secondsBetween(lastArrival, arrival)) > STEP_SECONDS;
    }

    private void begin(int timestamp, int sender, Instant arrival) {
        if (begun) {
            startSeconds = Math.max(lastSeconds, secondsBetween(began, arrival) - offset);
            report = null;
        } else {
            began = arrival;
        }
        begun = true;
        ssrc = sender;
        lastTicks = timestamp;
        ticks = 0;
    }

    private void follow(double seconds, double arrived) {
        double late = arrived - (seconds + offset);
        if (late < 0 || late > STEP_SECONDS) {
            offset += late;
        } else {
            double passed = Math.max(0, seconds - lastSeconds);
            offset += late * Math.min(1, passed / FOLLOWS_SECONDS);
        }
    }

    private @Nullable Instant cameraTime(int timestamp) {
        SenderReport said = report;
        if (said == null || said.ssrc() != ssrc) {
            return null;
        }
        return said.cameraTime().plusNanos(Math.round((timestamp - said.timestamp()) / ticksPerSecond * 1e9));
    }

    private static double secondsBetween(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
