/**
 * The area tree, and what of it a person may see.
 *
 * <p>Door: {@link io.kakou.console.areas.Areas}.
 *
 * <p>In: areas, once. Out: names, rooms, scopes.
 *
 * <p>Do not touch: who has no area sees nothing.
 */
@NullMarked
package io.kakou.console.areas;

import org.jspecify.annotations.NullMarked;
