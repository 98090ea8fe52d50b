/**
 * One incident an event: alerts join it, people move it on, its clock tells what was not done in time.
 *
 * <p>Door: {@link io.kakou.jobs.room.incident.FollowIncidents}.
 *
 * <p>In: {@link io.kakou.jobs.room.incident.Happening}. Out: incidents, at once on every transition; refused actions.
 *
 * <p>Do not touch: the same alerts and actions make the same incidents, whatever the hour; only what was found long after
 * its deadline is marked so.
 */
@NullMarked
package io.kakou.jobs.room.incident;

import org.jspecify.annotations.NullMarked;
