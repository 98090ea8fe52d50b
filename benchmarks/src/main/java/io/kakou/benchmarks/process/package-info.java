/**
 * Processes beside this one: other programs, and JVMs of ours.
 *
 * <p>Door: {@link io.kakou.benchmarks.process.Child}; what only has to run to its end is a
 * {@link io.kakou.benchmarks.process.Program}; {@code kakou run} with all of its own is {@link io.kakou.benchmarks.process.Running}.
 *
 * <p>In: words of a command line. Out: lines, or the text that it wrote; what the kernel says of it.
 *
 * <p>Do not touch: none outlives this process.
 */
@NullMarked
package io.kakou.benchmarks.process;

import org.jspecify.annotations.NullMarked;
