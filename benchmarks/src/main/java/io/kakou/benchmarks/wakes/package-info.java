/**
 * What opens the gate: still scenes, disturbances laid over real pictures, and people who come into them, all of it coded by
 * a real encoder as a camera's sub stream.
 *
 * <p>Door: {@link io.kakou.benchmarks.wakes.GateBench}.
 *
 * <p>In: real stills and films. Out: shares with exact intervals.
 *
 * <p>Do not touch: every gate sees the same grey pictures.
 */
@NullMarked
package io.kakou.benchmarks.wakes;

import org.jspecify.annotations.NullMarked;
