/**
 * The thin line: cameras to rooms in one process, nothing kept.
 *
 * <p>Door: {@link io.kakou.app.thin.ThinLine}.
 *
 * <p>In: cameras and areas. Out: incidents, told to a listener as they change.
 *
 * <p>Do not touch: assembly alone, in dataflow order, closed in reverse.
 */
@NullMarked
package io.kakou.app.thin;

import org.jspecify.annotations.NullMarked;
