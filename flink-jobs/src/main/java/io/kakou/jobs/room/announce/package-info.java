/**
 * What a seat hears and what it is only shown: never more sounds than a person can answer, and nothing serious held.
 *
 * <p>Door: {@link io.kakou.jobs.room.announce.Announce}.
 *
 * <p>In: {@link io.kakou.jobs.room.announce.AtSeat}, and {@link io.kakou.jobs.room.announce.SeatRule}. Out: notices, and
 * situations by the side.
 *
 * <p>Do not touch: a notice's id follows from room, incident and cause, never from what was decided.
 */
@NullMarked
package io.kakou.jobs.room.announce;

import org.jspecify.annotations.NullMarked;
