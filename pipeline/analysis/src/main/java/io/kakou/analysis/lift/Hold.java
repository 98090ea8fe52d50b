package io.kakou.analysis.lift;

import java.time.Instant;

/**
 * Asks a controller to hold its door open.
 *
 * @param seconds from when the controller takes it; it ends by itself then
 * @param expiresAt not to be taken from then on, our time
 * @param generation of the sender's ownership; a controller that knows a higher one takes nothing of this
 * @param number grows by one with each of this lease; a heartbeat shows it
 * @param alert id of the e-bike's alert
 */
public record Hold(String lift, int seconds, Instant expiresAt, long generation, long number, String alert) {
    public Hold {
        if (seconds < 1) {
            throw new IllegalArgumentException("a hold of " + seconds + " s; allowed: 1 or more");
        }
    }
}
