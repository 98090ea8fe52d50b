package io.kakou.analysis.replay;

import io.kakou.analysis.clip.TimedUnit;
import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.StreamDecoder;
import io.kakou.rtsp.Codec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes kept pictures again, from a keyframe on. One thread owns it. */
public final class Footage implements AutoCloseable {
    /** Timelines that were counted apart differ by less than any two pictures do. */
    private static final double SAME_SECONDS = 1e-3;

    private final StreamDecoder decoder;
    private final List<Coded> units;
    private int sent;
    private boolean flushed;
    /** Decoded and not asked for yet. */
    private @Nullable DecodedFrame ahead;

    /**
     * A kept picture.
     *
     * @param seconds on the camera's timeline
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed over, compared by nobody.
    public record Coded(Codec codec, double seconds, boolean keyframe, byte[] bytes) {}

    public Footage(List<Coded> units) {
        // Where a camera was set to another codec, what was looked at last is in the new one.
        Codec codec = units.isEmpty() ? Codec.H264 : units.get(units.size() - 1).codec();
        this.units = units.stream().filter(unit -> unit.codec() == codec).toList();
        this.decoder = new StreamDecoder(codec);
    }

    public static List<Coded> coded(List<TimedUnit> units) {
        return units.stream()
                .map(each -> new Coded(
                        each.unit().codec(),
                        each.seconds(),
                        each.unit().keyframe(),
                        each.unit().bytes()))
                .toList();
    }

    /** Only what is needed for the frame shown at a time: from the newest keyframe not after it. */
    public static List<Coded> fromKeyframe(List<Coded> units, double seconds) {
        int from = 0;
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).keyframe() && units.get(i).seconds() <= seconds + SAME_SECONDS) {
                from = i;
            }
        }
        return units.subList(from, units.size());
    }

    /** The frame shown at a time, which is after the last one asked for; null where there is none. */
    public @Nullable DecodedFrame at(double seconds) {
        return at(seconds, SAME_SECONDS);
    }

    /** The same where a frame may stand so far from the time. One that is asked for in vain costs none that comes later. */
    public @Nullable DecodedFrame at(double seconds, double within) {
        while (true) {
            if (ahead == null) {
                ahead = next();
            }
            DecodedFrame frame = ahead;
            if (frame == null || frame.seconds() > seconds + within) {
                return null;
            }
            ahead = null;
            if (frame.seconds() > seconds - within) {
                return frame;
            }
        }
    }

    /** The next frame in the order of showing, or null after the last. */
    private @Nullable DecodedFrame next() {
        while (true) {
            DecodedFrame frame = decoder.next();
            if (frame != null) {
                return frame;
            }
            if (sent < units.size()) {
                Coded unit = units.get(sent++);
                decoder.send(unit.bytes(), unit.seconds());
            } else if (!flushed) {
                flushed = true;
                decoder.flush();
            } else {
                return null;
            }
        }
    }

    @Override
    public void close() {
        decoder.close();
    }
}
