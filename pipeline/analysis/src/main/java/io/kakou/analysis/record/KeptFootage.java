package io.kakou.analysis.record;

import io.kakou.analysis.clip.TimedUnit;
import io.kakou.analysis.record.index.FootageIndex;
import io.kakou.analysis.record.index.Keyframe;
import io.kakou.analysis.record.index.Minute;
import io.kakou.analysis.record.play.Movie;
import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.store.StoreException;
import io.kakou.analysis.store.StoreException.Code;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.Codec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Footage by the index, read from the store: of each minute only the GOPs that are wanted. */
public final class KeptFootage implements StoredFootage {
    private final FootageIndex index;
    private final Shelf shelf;

    public KeptFootage(FootageIndex index, Shelf shelf) {
        this.index = index;
        this.shelf = shelf;
    }

    @Override
    public List<TimedUnit> units(String camera, Instant from, Instant to) throws StoreException {
        List<TimedUnit> units = new ArrayList<>();
        Instant origin = null;
        for (Minute minute : index.span(camera, from, to).minutes()) {
            origin = origin == null ? minute.from() : origin;
            double begins = seconds(origin, minute.from());
            Codec codec = Movie.codec(minute.codec());
            for (Movie.Coded coded : pictures(minute, codec, from, to)) {
                units.add(unit(minute, codec, coded, begins));
            }
        }
        return units;
    }

    private static TimedUnit unit(Minute minute, Codec codec, Movie.Coded coded, double begins) {
        Instant at = minute.from().plusNanos(Math.round(coded.seconds() * 1e9));
        double seconds = begins + coded.seconds();
        return new TimedUnit(new AccessUnit(codec, coded.keyframe(), seconds, at, null, coded.bytes()), seconds);
    }

    private List<Movie.Coded> pictures(Minute minute, Codec codec, Instant from, Instant to) throws StoreException {
        long begin = offsetBefore(minute, seconds(minute.from(), from));
        long end = offsetBehind(minute, seconds(minute.from(), to));
        byte[] bytes = shelf.get(minute.key(), begin, Math.toIntExact(end - begin));
        try {
            return Movie.pictures(bytes, codec);
        } catch (IllegalArgumentException e) {
            throw new StoreException(Code.REFUSED, minute.key() + " is not as it was recorded: " + e.getMessage());
        }
    }

    /** Of the newest keyframe at or before a place in the minute, or of the first. */
    private static long offsetBefore(Minute minute, double seconds) {
        long offset =
                minute.keyframes().isEmpty() ? 0 : minute.keyframes().get(0).offset();
        for (Keyframe keyframe : minute.keyframes()) {
            offset = keyframe.seconds() <= seconds ? keyframe.offset() : offset;
        }
        return offset;
    }

    /** Of the first keyframe at or behind a place in the minute, or its end. */
    private static long offsetBehind(Minute minute, double seconds) {
        for (Keyframe keyframe : minute.keyframes()) {
            if (keyframe.seconds() >= seconds && keyframe.seconds() > 0) {
                return keyframe.offset();
            }
        }
        return minute.bytes();
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
