package io.kakou.console.views;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the chain.
 *
 * @param seq counts from 1 without a gap
 * @param object id of the alert or the camera
 * @param area where it is, or null where no area holds it, or the row is older than version 2
 * @param version of what the hash covers
 * @param hash of this row and the one before it, hex
 */
public record View(
        long seq,
        Instant at,
        String user,
        String session,
        ViewKind kind,
        String object,
        String reason,
        @Nullable String area,
        int version,
        String hash) {
    /** What is written today. */
    static final int VERSION = 2;
}
