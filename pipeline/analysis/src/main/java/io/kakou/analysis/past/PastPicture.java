package io.kakou.analysis.past;

import io.kakou.analysis.clip.TimedUnit;
import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.decode.StreamDecoder;
import io.kakou.analysis.evidence.Cutout;
import io.kakou.analysis.evidence.Jpeg;
import io.kakou.analysis.record.StoredFootage;
import io.kakou.analysis.store.StoreException;
import io.kakou.events.FootageLook;
import io.kakou.events.LabelledBox;
import io.kakou.models.Picture;
import io.kakou.rtsp.Codec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of somebody as stored footage shows them; made when they are asked for, and kept by nobody. Safe for many threads:
 * one is made after the other, so that a strip of them takes no more than one core.
 */
public final class PastPicture {
    /** A picture further from the moment than this shows somebody elsewhere. */
    private static final double NEAR_SECONDS = 0.25;

    private static final Duration BEHIND = Duration.ofMillis(500);

    private final StoredFootage footage;

    public PastPicture(StoredFootage footage) {
        this.footage = footage;
    }

    /**
     * A picture as JPEG.
     *
     * @param at our time
     * @param box where somebody was then, in shares of the picture
     * @throws NoPicture where nothing of that moment is kept, or it cannot be read
     */
    public synchronized byte[] of(String camera, Instant at, LabelledBox box) throws NoPicture {
        List<TimedUnit> units;
        try {
            units = footage.units(camera, at, at.plus(BEHIND));
        } catch (StoreException e) {
            throw new NoPicture(FootageLook.BLIND, "footage of that moment cannot be read: " + e.getMessage());
        }
        if (units.isEmpty()) {
            throw new NoPicture(FootageLook.NOT_RECORDED, "nothing of camera " + camera + " is kept of " + at);
        }
        Picture picture = nearest(units, at);
        if (picture == null) {
            throw new NoPicture(
                    FootageLook.NOT_RECORDED, "no picture of camera " + camera + " is kept of that moment, " + at);
        }
        return Jpeg.of(Cutout.of(picture, box));
    }

    private static @Nullable Picture nearest(List<TimedUnit> units, Instant at) {
        Codec codec = units.get(units.size() - 1).unit().codec();
        Nearest nearest = new Nearest();
        try (StreamDecoder decoder = new StreamDecoder(codec)) {
            for (TimedUnit each : units) {
                if (each.unit().codec() == codec) {
                    decoder.send(each.unit().bytes(), seconds(at, each.unit().at()));
                    nearest.drain(decoder);
                }
            }
            decoder.flush();
            nearest.drain(decoder);
        }
        return nearest.picture;
    }

    /** From the moment wanted on; before it they are negative. */
    private static double seconds(Instant at, Instant shown) {
        return Duration.between(at, shown).toNanos() / 1e9;
    }

    private static final class Nearest {
        private double away = NEAR_SECONDS;
        private @Nullable Picture picture;

        void drain(StreamDecoder decoder) {
            for (DecodedFrame frame = decoder.next(); frame != null; frame = decoder.next()) {
                if (Math.abs(frame.seconds()) < away) {
                    away = Math.abs(frame.seconds());
                    try (Scaler scaler = new Scaler(frame.size())) {
                        picture = scaler.picture(frame);
                    }
                }
            }
        }
    }
}
