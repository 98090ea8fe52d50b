/**
 * One camera's judge: a pure fold of looks over a memory.
 *
 * <p>Door: {@link io.kakou.analysis.judge.CameraJudge}.
 *
 * <p>In: a {@link io.kakou.analysis.judge.Memory} and a look. Out: a {@link io.kakou.analysis.judge.Judgement} with the
 * next memory.
 *
 * <p>Do not touch: no thread, no clock, no I/O; the same memory and look give the same judgement for ever.
 */
@NullMarked
package io.kakou.analysis.judge;

import org.jspecify.annotations.NullMarked;
