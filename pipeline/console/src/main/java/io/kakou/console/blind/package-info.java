/**
 * Places that nobody sees: cameras that have shown nothing for minutes, in one notice a room.
 *
 * <p>Door: {@link io.kakou.console.blind.BlindPlaces}.
 *
 * <p>In: which cameras show nothing now, round by round. Out: open notices with the places that people are to check.
 *
 * <p>Do not touch: a notice grows and ends by itself, and rings once; it is never one a camera.
 */
@NullMarked
package io.kakou.console.blind;

import org.jspecify.annotations.NullMarked;
