/**
 * The command room's job: alerts become incidents in the room that answers for the place.
 *
 * <p>Door: {@link io.kakou.jobs.room.CommandRoomJob}.
 *
 * <p>In: topics {@code alerts} and {@code registry}. Out: topic {@code incidents}, and what cannot be read.
 *
 * <p>Do not touch: uids and the merge key; the same alerts in the same order make the same incidents, whatever the hour.
 */
@NullMarked
package io.kakou.jobs.room;

import org.jspecify.annotations.NullMarked;
