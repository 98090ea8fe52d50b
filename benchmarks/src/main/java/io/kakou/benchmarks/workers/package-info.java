/**
 * Several analysis workers on one street: how they share it, and what becomes of a share whose worker dies or stands still.
 *
 * <p>Door: {@link io.kakou.benchmarks.workers.Workers}.
 *
 * <p>In: how many workers and cameras. Out: figures, taken from what the workers say on the log.
 *
 * <p>Do not touch: workers, broker, store and cameras are the real ones; only what the cameras show is staged.
 */
@NullMarked
package io.kakou.benchmarks.workers;

import org.jspecify.annotations.NullMarked;
