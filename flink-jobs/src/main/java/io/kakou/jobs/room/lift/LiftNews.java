package io.kakou.jobs.room.lift;

import io.kakou.events.LiftState;
import io.kakou.jobs.log.LogRecord;
import io.kakou.jobs.room.place.Arrival;
import org.jspecify.annotations.Nullable;

/**
 * Something about one camera: an alert, or how its lift stands.
 *
 * @param arrival null where it is a state
 * @param state null where it is an alert
 * @param record of a state: what becomes a dead letter
 */
public record LiftNews(@Nullable Arrival arrival, @Nullable LiftState state, @Nullable LogRecord record) {
    public static LiftNews of(Arrival arrival) {
        return new LiftNews(arrival, null, null);
    }

    static LiftNews of(LiftState state, LogRecord record) {
        return new LiftNews(null, state, record);
    }

    /** What it is keyed by. */
    public String camera() {
        if (arrival != null) {
            return arrival.alert().camera();
        }
        return state == null ? "" : state.camera();
    }
}
