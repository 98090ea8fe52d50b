/**
 * Live cameras: access units off the network, decoded and watched by a thread of their own.
 *
 * <p>Door: {@link io.kakou.analysis.camera.LiveCamera}.
 *
 * <p>In: access units, session by session. Out: what each look came to.
 *
 * <p>Do not touch: {@code accept} is called by a network thread and never waits.
 */
@NullMarked
package io.kakou.analysis.camera;

import org.jspecify.annotations.NullMarked;
