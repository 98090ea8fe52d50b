package io.kakou.analysis.lift;

import java.time.Instant;

/**
 * Has words said in a cabin.
 *
 * @param expiresAt not to be said from then on, our time
 */
public record Say(String lift, String text, Instant expiresAt, long generation, String alert) {}
