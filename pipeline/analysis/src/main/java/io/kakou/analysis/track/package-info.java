/**
 * Detections to tracks: who is the same from look to look, with time in seconds.
 *
 * <p>Door: {@link io.kakou.analysis.track.Tracker}.
 *
 * <p>In: a look's detections and the tracks before it. Out: the tracks after it.
 *
 * <p>Do not touch: everything is a value; no clock, no thread, nothing kept between calls.
 */
@NullMarked
package io.kakou.analysis.track;

import org.jspecify.annotations.NullMarked;
