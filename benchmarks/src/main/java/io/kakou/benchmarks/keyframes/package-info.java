/**
 * Films recoded as cameras' sub streams, of which keyframes alone are decoded: what they cost and what they show.
 *
 * <p>Door: {@link io.kakou.benchmarks.keyframes.Sharing}, {@link io.kakou.benchmarks.keyframes.Smoothing}.
 *
 * <p>In: films. Out: figures.
 *
 * <p>Do not touch: what is compared takes turns in one process, so that a neighbour's load meets all of it.
 */
@NullMarked
package io.kakou.benchmarks.keyframes;

import org.jspecify.annotations.NullMarked;
