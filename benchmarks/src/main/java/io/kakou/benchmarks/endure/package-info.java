/**
 * A street with faults, watched and recorded for an hour, its store away for some of it: what leaks, what is stuck, and
 * what was lost beside what the faults destroyed.
 *
 * <p>Door: {@link io.kakou.benchmarks.endure.Endure}.
 *
 * <p>In: cameras by {@link io.kakou.benchmarks.endure.Group}, each with its fault. Out:
 * {@link io.kakou.benchmarks.endure.EndureFigures}.
 *
 * <p>Do not touch: what a fault destroyed is counted where the pictures leave, never from what arrived.
 */
@NullMarked
package io.kakou.benchmarks.endure;

import org.jspecify.annotations.NullMarked;
