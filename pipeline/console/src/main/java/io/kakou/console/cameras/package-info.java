/**
 * Cameras as people set them up, and as their workers see them.
 *
 * <p>Door: {@link io.kakou.console.cameras.Cameras} and {@link io.kakou.console.cameras.CameraStates}.
 *
 * <p>In: what people write, health from the log. Out: cameras, states, what is watched.
 *
 * <p>Do not touch: a login leaves only sealed; silence is never shown as calm.
 */
@NullMarked
package io.kakou.console.cameras;

import org.jspecify.annotations.NullMarked;
