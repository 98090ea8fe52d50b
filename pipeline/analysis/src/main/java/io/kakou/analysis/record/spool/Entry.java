package io.kakou.analysis.record.spool;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a record of the spool says of the bytes behind it.
 *
 * @param key of the minute it belongs to
 * @param from our time at the minute's first picture; of a head only, likewise {@code codec}, {@code width}, {@code
 *     height}
 * @param keyframe whether a piece begins with one
 * @param at where a piece begins, in seconds from the minute's first picture
 * @param seconds how long a piece lasts; of a seal, how much of the minute is missing within it
 */
record Entry(
        Kind kind,
        String camera,
        String key,
        @Nullable Instant from,
        @Nullable String codec,
        int width,
        int height,
        boolean keyframe,
        double at,
        double seconds) {
    /** What it is to its minute. */
    enum Kind {
        /** The init segment; a minute begins. */
        HEAD,
        /** A fragment. */
        PIECE,
        /** Nothing more: the minute is whole. */
        SEAL,
        /** Written by a newer release. */
        UNKNOWN
    }

    Entry piece(boolean begins, double start, double lasts) {
        return new Entry(Kind.PIECE, camera, key, null, null, 0, 0, begins, start, lasts);
    }

    /** @param missing seconds of the minute that no picture shows */
    Entry seal(double missing) {
        return new Entry(Kind.SEAL, camera, key, null, null, 0, 0, false, 0, missing);
    }
}
