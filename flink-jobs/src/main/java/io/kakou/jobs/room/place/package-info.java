/**
 * Which room answers for an alert's place, which are told besides, and the clock it runs by, as the registry says.
 *
 * <p>Door: {@link io.kakou.jobs.room.place.FindRoom}.
 *
 * <p>In: alerts and the topic {@code registry}. Out: {@link io.kakou.jobs.room.place.RoutedAlert}.
 *
 * <p>Do not touch: no alert leaves before the registry has been read to what was its end when the job started.
 */
@NullMarked
package io.kakou.jobs.room.place;

import org.jspecify.annotations.NullMarked;
