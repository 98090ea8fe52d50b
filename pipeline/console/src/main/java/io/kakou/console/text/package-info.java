/**
 * What a command room is told, as text for a terminal: Chinese first, English after.
 *
 * <p>Door: {@link io.kakou.console.text.RoomBoard}.
 *
 * <p>In: incidents as they change. Out: one line a change.
 *
 * <p>Do not touch: no clock is asked; every time shown was recorded.
 */
@NullMarked
package io.kakou.console.text;

import org.jspecify.annotations.NullMarked;
