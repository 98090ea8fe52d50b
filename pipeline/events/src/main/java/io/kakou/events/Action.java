package io.kakou.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person did; topic {@code actions}, key incident id.
 *
 * @param user who
 * @param at when, our time at the console that took it
 * @param seenVersion the incident's version that was on the person's screen; an action that saw an
 *     older one counts where {@link IncidentMoves} still allows it
 * @param unit the unit dispatched or arrived, or null
 * @param verdict what it was, a coded word of the kind's list, or null
 * @param actionNeeded whether something had to be done, or null while nobody said
 * @param note free text, or null
 * @param parts ids of the parts it is about; none: all of the incident
 * @param by on whose word; the room's where nothing is said
 * @param position where the unit was then, or null
 * @param until of a SUSPEND, the day it comes back; else null
 * @param other of a JOIN the incident it goes on in, of a TAKE the one it comes from; else null
 * @param taken of a TAKE, the parts that come; else none
 */
public record Action(
        String id,
        String incident,
        ActionKind kind,
        String user,
        Instant at,
        long seenVersion,
        @Nullable String unit,
        @Nullable String verdict,
        @Nullable Boolean actionNeeded,
        @Nullable String note,
        List<String> parts,
        ActedBy by,
        @Nullable Point position,
        @Nullable Instant until,
        @Nullable String other,
        List<Part> taken) {
    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Action {
        String action = Id.plain("action id", id);
        Required.field("at", at, () -> "action " + action);
        Id.compound("incident of action " + id, incident);
        Id.plain("user of action " + id, user);
        kind = kind == null ? ActionKind.UNKNOWN : kind;
        parts = parts == null ? List.of() : List.copyOf(parts);
        by = by == null ? ActedBy.ROOM : by;
        taken = taken == null ? List.of() : List.copyOf(taken);
        if (other != null) {
            Id.compound("other incident of action " + id, other);
        }
        if (parts.size() > Incident.MOST_PARTS || taken.size() > Incident.MOST_PARTS) {
            throw new IllegalArgumentException("action " + id + " names " + (parts.size() + taken.size())
                    + " parts; allowed: 0 to " + Incident.MOST_PARTS);
        }
    }

    /** An operator's action on all of an incident. */
    public Action(
            String id,
            String incident,
            ActionKind kind,
            String user,
            Instant at,
            long seenVersion,
            @Nullable String unit,
            @Nullable String verdict,
            @Nullable Boolean actionNeeded,
            @Nullable String note) {
        this(
                id,
                incident,
                kind,
                user,
                at,
                seenVersion,
                unit,
                verdict,
                actionNeeded,
                note,
                List.of(),
                ActedBy.ROOM,
                null,
                null,
                null,
                List.of());
    }
}
