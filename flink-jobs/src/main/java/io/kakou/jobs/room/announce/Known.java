package io.kakou.jobs.room.announce;

import io.kakou.events.Shelf;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An incident that a seat was told of.
 *
 * @param reasons names of those it was told for
 * @param counted whether it is one that the room has to answer: not only a neighbour's
 * @param rung whether it has made a sound of its own
 * @param mute id of the mute that kept it silent, or null
 * @param listed whether it is in the list of its kind's running situation
 * @param shelf until when it is aside, or null
 * @param forgetAt when the state may go though it never ended, on the log's time line, epoch milliseconds
 */
public record Known(
        SeatIncident incident,
        List<String> reasons,
        boolean counted,
        boolean rung,
        @Nullable String mute,
        boolean listed,
        @Nullable Shelf shelf,
        long forgetAt) {
    public Known {
        reasons = List.copyOf(reasons);
    }

    static Known first(SeatIncident incident) {
        return new Known(incident, List.of(), false, false, null, false, null, 0);
    }

    Known now(SeatIncident newer, long forget) {
        return new Known(newer, reasons, counted, rung, mute, listed, shelf, forget);
    }

    Known told(Reason reason) {
        List<String> all =
                Stream.concat(reasons.stream(), Stream.of(reason.name())).toList();
        return new Known(incident, all, counted, rung, mute, listed, shelf, forgetAt);
    }

    Known asOwn() {
        return new Known(incident, reasons, true, rung, mute, listed, shelf, forgetAt);
    }

    Known hasRung() {
        return new Known(incident, reasons, counted, true, mute, listed, shelf, forgetAt);
    }

    Known mutedBy(@Nullable String id) {
        return new Known(incident, reasons, counted, rung, id, listed, shelf, forgetAt);
    }

    Known shelvedBy(@Nullable Shelf by) {
        return new Known(incident, reasons, counted, rung, mute, listed, by, forgetAt);
    }

    Known inList(boolean is) {
        return is == listed ? this : new Known(incident, reasons, counted, rung, mute, is, shelf, forgetAt);
    }

    /** Listed alone, and nobody has answered in time. */
    boolean mustSurface() {
        return incident.overdue() && !rung && mute == null && shelf == null;
    }
}
