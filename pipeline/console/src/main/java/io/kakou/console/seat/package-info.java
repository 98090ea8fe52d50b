/**
 * What the seats of rooms hear and see: notices and situations as the log told them, and what people put aside or mute.
 *
 * <p>Door: {@link io.kakou.console.seat.Seats}.
 *
 * <p>In: notices and situations from the log, shelves, mutes and budgets of people. Out: what a page shows, the registry.
 *
 * <p>Do not touch: a notice counts once, by its id, whatever a second one of that id says.
 */
@NullMarked
package io.kakou.console.seat;

import org.jspecify.annotations.NullMarked;
