/**
 * The areas on the ground: which of them holds a place, which lie beside it, and the way up from each.
 *
 * <p>Door: {@link io.kakou.jobs.room.ground.AreaTree}.
 *
 * <p>In: {@link io.kakou.events.Area}s as people entered them, a tree or not. Out: areas.
 *
 * <p>Do not touch: of the areas of one level exactly one holds a place, whatever the order in which they came.
 */
@NullMarked
package io.kakou.jobs.room.ground;

import org.jspecify.annotations.NullMarked;
