/**
 * State of Flink's that is not read from disk anew for each record.
 *
 * <p>Doors: {@link io.kakou.jobs.state.RecentMap}, {@link io.kakou.jobs.state.RecentValue}.
 *
 * <p>In: a state of the key that an operator works on. Out: the same, from memory where the key was there lately.
 *
 * <p>Do not touch: all is saved before the next record, so that a checkpoint never lacks what memory holds.
 */
@NullMarked
package io.kakou.jobs.state;

import org.jspecify.annotations.NullMarked;
