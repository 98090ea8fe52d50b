package io.kakou.app.check;

import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.Codec;
import io.kakou.rtsp.Transport;
import io.kakou.rtsp.rtp.ClockOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What has been seen of a stream, picture by picture, and what is to be changed on its camera. One thread. */
public final class Sight {
    /** A rule that looks at keyframes sees nothing in between, and a clip begins a GOP early at worst. */
    private static final double LONGEST_GOP_SECONDS = 4;

    /** Nobody sets it so; encoders that leave keyframes out where nothing moves do. */
    private static final double SMART_GOP_SECONDS = 8;

    private static final int MOST_WIDTH = 640;
    private static final int MOST_HEIGHT = 360;
    private static final double MOST_CLOCK_OFFSET_SECONDS = 2;
    private static final double LATE_KEYFRAME_SECONDS = 5;
    /** A lost keyframe doubles one distance; a camera that is set so shows none that is short. */
    private static final int LATEST_GOPS = 3;
    /** Cameras report their clock every 5 s, as RFC 3550 asks, or seldomer. */
    private static final double CLOCK_TOLD_SECONDS = 30;

    private Codec codec = Codec.H264;
    private @Nullable Shape shape;
    private int frames;
    private long bytes;
    private double first = Double.NaN;
    private double last;
    private double gopBegan = Double.NaN;
    private int gopFramesNow;
    private @Nullable Double gopSeconds;
    private int gopFrames;
    private final Deque<Double> latestGops = new ArrayDeque<>();
    private final ClockOffset clock = new ClockOffset();

    /** Takes a picture. */
    public void see(AccessUnit unit) {
        first = Double.isNaN(first) ? unit.seconds() : first;
        last = Math.max(last, unit.seconds());
        codec = unit.codec();
        frames++;
        bytes += unit.bytes().length;
        if (unit.keyframe()) {
            keyframe(unit);
        }
        gopFramesNow++;
        clock.saw(unit.cameraTime(), unit.at());
    }

    private void keyframe(AccessUnit unit) {
        shape = shape == null ? Shape.of(unit) : shape;
        double length = unit.seconds() - gopBegan;
        if (length > 0) {
            latestGops.addLast(length);
            if (latestGops.size() > LATEST_GOPS) {
                latestGops.removeFirst();
            }
        }
        if (length > (gopSeconds == null ? 0 : gopSeconds)) {
            gopSeconds = length;
            gopFrames = gopFramesNow;
        }
        gopBegan = unit.seconds();
        gopFramesNow = 0;
    }

    /** Of video that came. */
    double seconds() {
        return Double.isNaN(first) ? 0 : last - first;
    }

    /**
     * How soon it began.
     *
     * @param connectSeconds to the answer of PLAY
     * @param keyframeSeconds to the first whole keyframe
     */
    record Start(double connectSeconds, double keyframeSeconds) {}

    CheckReport report(String offer, Transport carrier, Start start) {
        double rate = seconds() > 0 ? (frames - 1) / seconds() : 0;
        double kilobits = seconds() > 0 ? bytes * 8 / 1000.0 / seconds() : 0;
        return new CheckReport(
                codec.title(),
                offer,
                carrier,
                shape == null ? null : shape.profile(),
                shape == null ? 0 : shape.width(),
                shape == null ? 0 : shape.height(),
                rate,
                kilobits,
                gopSeconds,
                gopFrames,
                clock.seconds(),
                clock.driftPpm(),
                start.connectSeconds(),
                start.keyframeSeconds(),
                seconds(),
                advice(start.keyframeSeconds()));
    }

    /** Camera clock minus ours, or null while it tells none. */
    public @Nullable Double clockOffsetSeconds() {
        return clock.seconds();
    }

    /** Millionths that the camera's clock gains on ours, or null while that is not known. */
    public @Nullable Double clockDriftPpm() {
        return clock.driftPpm();
    }

    /** What is to be changed on a camera that is watched on: nothing that may only need time. */
    public List<String> lastingAdvice() {
        List<String> advice = new ArrayList<>();
        adviseOnPicture(advice);
        adviseOnGop(advice);
        if (clock.seconds() != null || seconds() > CLOCK_TOLD_SECONDS) {
            adviseOnClock(advice);
        }
        return advice;
    }

    private List<String> advice(double keyframeSeconds) {
        List<String> advice = new ArrayList<>();
        adviseOnPicture(advice);
        adviseOnGop(advice);
        if (gopSeconds == null && seconds() <= LONGEST_GOP_SECONDS) {
            advice.add("only one keyframe was seen: look longer (--seconds)");
        }
        adviseOnClock(advice);
        if (keyframeSeconds > LATE_KEYFRAME_SECONDS) {
            advice.add(text("the first keyframe took %.1f s: after an outage it is blind so long", keyframeSeconds));
        }
        return advice;
    }

    private void adviseOnPicture(List<String> advice) {
        if (shape != null && shape.scalable()) {
            advice.add("the stream is scalable (SVC): switch SVC off, or only its base layer is seen");
        }
        if (shape != null && (shape.width() > MOST_WIDTH || shape.height() > MOST_HEIGHT)) {
            advice.add(text(
                    "%d×%d is more than is looked at: give the sub stream, at most %d×%d",
                    shape.width(), shape.height(), MOST_WIDTH, MOST_HEIGHT));
        }
        if (codec == Codec.H265) {
            advice.add("H.265 costs more to look at, and not every browser plays it: set the sub stream to H.264");
        } else if (codec == Codec.JPEG) {
            advice.add("MJPEG is not played live and takes many times the bits: set the sub stream to H.264");
        }
    }

    private void adviseOnClock(List<String> advice) {
        Double offset = clock.seconds();
        if (offset == null) {
            advice.add("no RTCP sender reports yet: the camera's own clock is not known");
        } else if (Math.abs(offset) > MOST_CLOCK_OFFSET_SECONDS) {
            advice.add(text("its clock is %.1f s from ours: give it a time server (NTP)", offset));
        }
    }

    private void adviseOnGop(List<String> advice) {
        double shown = latestGops.stream().min(Comparator.naturalOrder()).orElse(seconds());
        if (shown > LONGEST_GOP_SECONDS) {
            advice.add(text(
                    "keyframes are %s %.1f s apart: set the interval to 2 s",
                    latestGops.isEmpty() ? "more than" : "up to", shown));
            if (shown > SMART_GOP_SECONDS) {
                advice.add("that looks like a smart codec (H.264+, H.265+, Smart Stream): switch it off");
            }
        }
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
