package io.kakou.jobs.room.announce;

import io.kakou.events.EventKind;
import io.kakou.events.IncidentState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident as far as a seat's sounds and lists go.
 *
 * @param cameras that see it, the first one first; none where no camera does
 * @param parts places within it, 1 where it has none of its own
 * @param released whether the rule sees it no more
 * @param overdue whether it is reported still and the time to answer ran out
 * @param reasons to tell this seat, in their order
 */
public record SeatIncident(
        String id,
        EventKind kind,
        @Nullable String area,
        @Nullable String road,
        List<String> cameras,
        long parts,
        IncidentState state,
        Instant openedAt,
        Instant updatedAt,
        long version,
        boolean released,
        boolean overdue,
        List<Reason> reasons) {
    /** The place of one that a person opened and no camera saw. */
    private static final String NOWHERE = "nowhere";

    public SeatIncident {
        cameras = List.copyOf(cameras);
        reasons = List.copyOf(reasons);
    }

    String camera() {
        return cameras.isEmpty() ? NOWHERE : cameras.get(0);
    }

    /** The line that it has in a flood's list. */
    String line() {
        return road == null ? camera() : road;
    }

    /** The card that it lies on. */
    String card() {
        return area == null ? camera() : area;
    }

    boolean isUnanswered() {
        return state == IncidentState.REPORTED;
    }
}
