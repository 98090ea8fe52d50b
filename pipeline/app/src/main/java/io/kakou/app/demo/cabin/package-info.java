/**
 * A drawn lift: its walls, door and floor, and the corridor behind the door.
 *
 * <p>Door: {@link io.kakou.app.demo.cabin.Cabin}.
 *
 * <p>In: a line of sight. Out: the light that comes along it.
 *
 * <p>Do not touch: nothing here is random; the same line sees the same light for ever.
 */
@NullMarked
package io.kakou.app.demo.cabin;

import org.jspecify.annotations.NullMarked;
