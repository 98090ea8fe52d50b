/**
 * How lifts stand, and what happened in them, as the log tells.
 *
 * <p>Door: {@link io.kakou.console.lifts.LiftBoard}.
 *
 * <p>In: topics {@code lifts} and {@code lift-tallies}. Out: the newest of each lift.
 *
 * <p>Do not touch: a lift of which nothing is heard is not free, it is not heard of.
 */
@NullMarked
package io.kakou.console.lifts;

import org.jspecify.annotations.NullMarked;
