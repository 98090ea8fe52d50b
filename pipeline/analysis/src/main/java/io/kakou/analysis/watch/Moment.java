package io.kakou.analysis.watch;

import java.time.Instant;

/**
 * Which frame it is and when it was.
 *
 * @param frame its id, the same whenever the same footage is read
 * @param seconds on the camera's timeline, only growing
 * @param at our time
 */
public record Moment(String frame, double seconds, Instant at) {}
