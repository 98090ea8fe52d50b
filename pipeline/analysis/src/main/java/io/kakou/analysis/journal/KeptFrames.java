package io.kakou.analysis.journal;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.record.StoredFootage;
import io.kakou.analysis.replay.Footage;
import io.kakou.analysis.replay.Footage.Coded;
import io.kakou.analysis.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A camera's stored pictures by their time, in order. One thread owns it. */
final class KeptFrames implements AutoCloseable {
    /** Footage is fetched in pieces: an hour at once is more than a small machine has memory for. */
    private static final Duration PIECE = Duration.ofSeconds(30);
    /** A look's time and its stored picture's are counted apart; neighbours in a stream stand 20 ms apart or more. */
    private static final double WITHIN_SECONDS = 0.008;

    private final StoredFootage footage;
    private final String camera;
    private @Nullable Footage piece;
    private Instant begins = Instant.EPOCH;
    private Instant ends = Instant.MIN;

    KeptFrames(StoredFootage footage, String camera) {
        this.footage = footage;
        this.camera = camera;
    }

    /** The frame shown at a time, which is after the last one asked for; null where it is not kept. Holds until the next call. */
    @Nullable
    DecodedFrame at(Instant time) throws StoreException {
        Footage here = piece;
        if (here == null || !time.isBefore(ends)) {
            close();
            begins = time;
            ends = time.plus(PIECE);
            here = new Footage(coded(time));
            piece = here;
        }
        return here.at(seconds(time), WITHIN_SECONDS);
    }

    /** By our time: footage of two sessions has no other timeline in common. */
    private List<Coded> coded(Instant from) throws StoreException {
        return footage.units(camera, from, ends.plusMillis(1)).stream()
                .map(each -> new Coded(
                        each.unit().codec(),
                        seconds(each.unit().at()),
                        each.unit().keyframe(),
                        each.unit().bytes()))
                .toList();
    }

    private double seconds(Instant time) {
        return Duration.between(begins, time).toNanos() / 1e9;
    }

    @Override
    public void close() {
        if (piece != null) {
            piece.close();
            piece = null;
        }
    }
}
