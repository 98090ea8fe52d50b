/**
 * Whether a camera can be used, told to people.
 *
 * <p>Door: {@link io.kakou.app.check.CameraCheck}.
 *
 * <p>In: an address. Out: a {@link io.kakou.app.check.CheckReport}, or the stage that failed in one clear line.
 *
 * <p>Do not touch: it opens one session, looks for some seconds and says goodbye.
 */
@NullMarked
package io.kakou.app.check;

import org.jspecify.annotations.NullMarked;
