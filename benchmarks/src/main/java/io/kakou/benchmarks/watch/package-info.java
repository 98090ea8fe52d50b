/**
 * A street of simulated cameras with events at known times, watched by the whole system.
 *
 * <p>Door: {@link io.kakou.benchmarks.watch.Watch}.
 *
 * <p>In: staged films, real ones where they are. Out: {@link io.kakou.benchmarks.watch.WatchFigures}.
 *
 * <p>Do not touch: what is to be found is told by the films and by judging every picture of them, never by the run.
 */
@NullMarked
package io.kakou.benchmarks.watch;

import org.jspecify.annotations.NullMarked;
