/**
 * The truck rule in Flink: which truck passed a camera, what is known of each plate, what terminals tell.
 *
 * <p>Doors: {@link io.kakou.jobs.truck.follow.FindTruck}, {@link io.kakou.jobs.truck.follow.FollowTruck}, {@link
 * io.kakou.jobs.truck.follow.FollowRides}.
 *
 * <p>In: what cameras saw, positions, and the papers, broadcast. Out: verdicts.
 *
 * <p>Do not touch: names of states, which are part of every checkpoint; nothing is judged before the papers were read to what was
 * their end when the job started.
 */
@NullMarked
package io.kakou.jobs.truck.follow;

import org.jspecify.annotations.NullMarked;
