/**
 * Units outside: what they were sent to do, their links, and what they say from the street.
 *
 * <p>Door: {@link io.kakou.console.task.Dispatches}, {@link io.kakou.console.task.Tasks} and
 * {@link io.kakou.console.task.Reports}.
 *
 * <p>In: dispatches, a phone with a link. Out: actions by the unit, photos, what the room sees of it.
 *
 * <p>Do not touch: a token is told once and kept as its hash; who holds no token learns nothing of an incident.
 */
@NullMarked
package io.kakou.console.task;

import org.jspecify.annotations.NullMarked;
