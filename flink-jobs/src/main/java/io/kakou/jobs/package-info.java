/**
 * The jobs that turn alerts into work for people, and what every one of them runs with.
 *
 * <p>Door: {@link io.kakou.jobs.JobSettings}; one package below a job.
 *
 * <p>In: topics. Out: topics. Sees only the contract, io.kakou.events.
 *
 * <p>Do not touch: operator uids, the maximum parallelism and the merge keys are part of every checkpoint ever written.
 */
@NullMarked
package io.kakou.jobs;

import org.jspecify.annotations.NullMarked;
