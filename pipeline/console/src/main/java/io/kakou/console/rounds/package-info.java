/**
 * What is looked after by the clock: brakes whose time is over, places that show nothing.
 *
 * <p>Door: {@link io.kakou.console.rounds.Rounds}.
 *
 * <p>In: the time, what cameras' workers say. Out: ended brakes, notices of blind places.
 *
 * <p>Do not touch: a round that fails is tried again a second later; it never ends the thread.
 */
@NullMarked
package io.kakou.console.rounds;

import org.jspecify.annotations.NullMarked;
