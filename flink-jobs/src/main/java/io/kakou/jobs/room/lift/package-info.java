/**
 * Lifts whose doors are held for e-bikes: which of the alerts a room hears of, and all of them counted.
 *
 * <p>Door: {@link io.kakou.jobs.room.lift.SuperviseLifts}.
 *
 * <p>In: alerts, the topic {@code lifts}, the lifts of the topic {@code registry}. Out: the alerts a room is to hear of, each with
 * its reason as its subject; tallies. What is of no lift with control goes through as it came.
 *
 * <p>Do not touch: nothing here commands a door; with this job down each is held and let go as ever.
 */
@NullMarked
package io.kakou.jobs.room.lift;

import org.jspecify.annotations.NullMarked;
