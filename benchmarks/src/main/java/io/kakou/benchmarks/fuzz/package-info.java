/**
 * Millions of mutated exchanges for everything that reads what a camera sends.
 *
 * <p>Door: {@link io.kakou.benchmarks.fuzz.Fuzz}.
 *
 * <p>In: a seed and a number of inputs. Out: how many of what, the slowest, and memory; or the input that broke it.
 *
 * <p>Do not touch: the same seed gives the same inputs, so a find can be looked at again.
 */
@NullMarked
package io.kakou.benchmarks.fuzz;

import org.jspecify.annotations.NullMarked;
