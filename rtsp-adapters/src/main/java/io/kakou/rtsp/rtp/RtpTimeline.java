package io.kakou.rtsp.rtp;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What time it was when a picture was taken: on the stream's own timeline, by our clock, by the camera's. One thread.
 *
 * <p>The 32 bits of a timestamp are unwrapped by the nearest way round. One that steps back by more than
 * {@value #STEP_SECONDS} s, or forward to more than that after its own arrival, is a camera that began its timeline anew
 * without saying so: the timeline goes on where our clock is.
 */
public final class RtpTimeline {
    /** More than any camera's reordering for B pictures. */
    static final double STEP_SECONDS = 1;

    private final double ticksPerSecond;
    private final SenderClock clock;
    private @Nullable ArrivalLine line;
    private @Nullable SenderReport early;
    private Instant origin = Instant.EPOCH;
    private Instant last = Instant.MIN;
    private int ssrc;
    private int lastTimestamp;
    private long ticks;
    private long startTicks;
    private double startSeconds;
    private double lastSeconds;

    /** @param ticksPerSecond the media's clock rate, above 0 */
    public RtpTimeline(int ticksPerSecond) {
        this.ticksPerSecond = ticksPerSecond;
        this.clock = new SenderClock(ticksPerSecond);
    }

    /**
     * A place in time.
     *
     * @param seconds since the first one; may step back where pictures come in decoding order, and stands where two
     *     pictures bear one timestamp
     * @param at by our clock, never before an earlier one's nor after the arrival unless the clock itself stepped back
     * @param cameraTime by the camera's clock, or null while it tells none, or nonsense
     */
    public record Moment(double seconds, Instant at, @Nullable Instant cameraTime) {}

    /** The camera's clock as it says. */
    public void reported(SenderReport said) {
        if (line != null && said.ssrc() == ssrc) {
            believe(said);
        } else {
            early = said;
        }
    }

    /**
     * The moment of a picture.
     *
     * @param timestamp its RTP timestamp
     * @param sender its SSRC; a new one goes on with the timeline where our clock says
     * @param arrival when its last packet came, our clock
     */
    public Moment place(int timestamp, int sender, Instant arrival) {
        ArrivalLine present = line(timestamp, sender, arrival);
        double arrived = since(arrival);
        ticks += timestamp - lastTimestamp;
        lastTimestamp = timestamp;
        believeEarly();
        double seconds = startSeconds + (ticks - startTicks) / ticksPerSecond;
        present.take(seconds, arrived);
        Instant mapped = origin.plusNanos(Math.round(Math.min(present.ours(seconds), arrived) * 1e9));
        last = mapped.isAfter(last) ? mapped : last;
        lastSeconds = Math.max(lastSeconds, seconds);
        return new Moment(seconds, last, clock.at(ticks));
    }

    private ArrivalLine line(int timestamp, int sender, Instant arrival) {
        ArrivalLine present = line;
        if (present == null) {
            origin = arrival;
            present = new ArrivalLine(0, 0);
            line = present;
            begin(timestamp, sender, 0);
        } else if (sender != ssrc || jumped(present, timestamp, since(arrival))) {
            begin(timestamp, sender, Math.max(lastSeconds, present.streams(since(arrival))));
        }
        return present;
    }

    private boolean jumped(ArrivalLine present, int timestamp, double arrived) {
        double step = (timestamp - lastTimestamp) / ticksPerSecond;
        double there = startSeconds + (ticks - startTicks) / ticksPerSecond + step;
        return step < -STEP_SECONDS || (step > STEP_SECONDS && present.ours(there) - arrived > STEP_SECONDS);
    }

    private void begin(int timestamp, int sender, double seconds) {
        startSeconds = seconds;
        startTicks = ticks;
        ssrc = sender;
        lastTimestamp = timestamp;
        clock.forget();
    }

    /** A report often comes before the first picture that is whole. */
    private void believeEarly() {
        SenderReport waiting = early;
        early = null;
        if (waiting != null && waiting.ssrc() == ssrc) {
            believe(waiting);
        }
    }

    private void believe(SenderReport report) {
        clock.reported(report, ticks + (report.timestamp() - lastTimestamp), ticks);
    }

    private double since(Instant arrival) {
        return Duration.between(origin, arrival).toNanos() / 1e9;
    }
}
