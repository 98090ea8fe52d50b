/**
 * The command room's job: alerts become incidents in the room that answers for the place, people's actions move them
 * on, a clock tells what was not done in time, and the seat is told no more than it can answer.
 *
 * <p>Door: {@link io.kakou.jobs.room.CommandRoomJob}.
 *
 * <p>In: topics {@code alerts}, {@code actions} and {@code registry}. Out: topics {@code incidents},
 * {@code notices} and {@code situations}, and what cannot be read or is refused.
 *
 * <p>Do not touch: uids, and the merge key inside an incident's id.
 */
@NullMarked
package io.kakou.jobs.room;

import org.jspecify.annotations.NullMarked;
