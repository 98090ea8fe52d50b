/**
 * One camera watched: its frames through gate, planner and judge.
 *
 * <p>Door: {@link io.kakou.analysis.watch.CameraWatch}.
 *
 * <p>In: decoded frames in order, from a file or live. Out: {@link io.kakou.analysis.watch.Judged} for each that was
 * looked at.
 *
 * <p>Do not touch: files and live cameras come this one way, or judging a file would say nothing about the street.
 */
@NullMarked
package io.kakou.analysis.watch;

import org.jspecify.annotations.NullMarked;
