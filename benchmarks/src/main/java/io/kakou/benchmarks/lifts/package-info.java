/**
 * Lifts whose doors are held: a lease against seeded histories of everything that goes wrong, and against a controller of
 * another library.
 *
 * <p>Door: {@link io.kakou.benchmarks.lifts.Histories} on a clock of its own; {@link io.kakou.benchmarks.lifts.LiftBench} in
 * real time.
 *
 * <p>In: seeds. Out: how soon a door is held, and every moment at which one was held, or commanded, that must not have been.
 *
 * <p>Do not touch: what counts as a violation is told by the controller's side alone, never by the lease's own word.
 */
@NullMarked
package io.kakou.benchmarks.lifts;

import org.jspecify.annotations.NullMarked;
