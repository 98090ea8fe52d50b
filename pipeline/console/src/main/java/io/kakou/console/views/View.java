package io.kakou.console.views;

import java.time.Instant;

/**
 * One row of the chain.
 *
 * @param seq counts from 1 without a gap
 * @param object id of the alert or the camera
 * @param hash of this row and the one before it, hex
 */
public record View(
        long seq, Instant at, String user, String session, ViewKind kind, String object, String reason, String hash) {}
