/**
 * Whether a picture is worth a look: what changed against the last one looked at, and whether it can be judged at all.
 *
 * <p>Door: {@link io.kakou.analysis.gate.Gate}.
 *
 * <p>In: {@link io.kakou.analysis.gate.GreyPicture}. Out: {@link io.kakou.analysis.gate.Change},
 * {@link io.kakou.analysis.gate.PictureCheck}.
 *
 * <p>Do not touch: pure functions of pictures and state; no clock, no threads, no video.
 */
@NullMarked
package io.kakou.analysis.gate;

import org.jspecify.annotations.NullMarked;
