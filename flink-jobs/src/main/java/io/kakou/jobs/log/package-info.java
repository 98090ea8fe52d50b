/**
 * The jobs' way to the log and back, and what happens to records that cannot be read.
 *
 * <p>Door: {@link io.kakou.jobs.log.Log}.
 *
 * <p>In: a broker's address. Out: sources of {@link io.kakou.jobs.log.LogRecord}, sinks for records and {@link
 * io.kakou.jobs.log.DeadLetter}.
 *
 * <p>Do not touch: nothing is parsed before it is a {@link io.kakou.jobs.log.LogRecord}, or one bad byte stops a job.
 */
@NullMarked
package io.kakou.jobs.log;

import org.jspecify.annotations.NullMarked;
