/**
 * What a live camera's sessions have in common: one timeline over all of them.
 *
 * <p>Door: {@link io.kakou.analysis.camera.Timeline}.
 *
 * <p>In: access units, session by session. Out: their places on the camera's timeline.
 *
 * <p>Do not touch: it only grows, or durations over a reconnect would be wrong.
 */
@NullMarked
package io.kakou.analysis.camera;

import org.jspecify.annotations.NullMarked;
