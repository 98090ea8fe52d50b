/**
 * Footage judged again exactly as it was judged, and what differs where it is not.
 *
 * <p>Door: {@link io.kakou.analysis.replay.Rejudging}.
 *
 * <p>In: footage, the log of looks and the memory they began with. Out: {@link io.kakou.analysis.replay.LookAgain} for each.
 *
 * <p>Do not touch: no planner and no gate runs here; the log says what was looked at.
 */
@NullMarked
package io.kakou.analysis.replay;

import org.jspecify.annotations.NullMarked;
