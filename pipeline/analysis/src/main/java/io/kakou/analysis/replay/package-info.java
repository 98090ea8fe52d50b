/**
 * Footage judged again exactly as it was judged.
 *
 * <p>Door: {@link io.kakou.analysis.replay.Replay}.
 *
 * <p>In: footage, the log of looks and the memory they began with. Out: the same judgements.
 *
 * <p>Do not touch: no planner and no gate runs here; the log says what was looked at.
 */
@NullMarked
package io.kakou.analysis.replay;

import org.jspecify.annotations.NullMarked;
