/**
 * The jobs as programs for a Flink that others run: what {@code flink run} starts.
 *
 * <p>Doors: {@link io.kakou.jobs.program.RoomsProgram}, {@link io.kakou.jobs.program.TrucksProgram}.
 *
 * <p>In: settings as words or as a file. Out: a job handed to the cluster.
 *
 * <p>Do not touch: the job laid here is the very one that runs embedded, with the same settings and uids, so that a
 * savepoint of the one starts the other.
 */
@NullMarked
package io.kakou.jobs.program;

import org.jspecify.annotations.NullMarked;
