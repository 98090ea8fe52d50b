package io.kakou.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event in the care of one room; topic {@code incidents}, key its id.
 *
 * @param id {@code mergeKey~openedAt~firstAlert}: an action that names the incident names the key it is routed by
 * @param mergeKey what alerts must share to be one incident
 * @param area the smallest area that holds the place, or null where no area does
 * @param room the command room that owns it, or {@link #NO_ROOM}
 * @param place of its first alert, or null
 * @param openedAt onset of its first alert, our time
 * @param updatedAt recorded time of its last transition
 * @param version counts transitions, so that an action can say what its author saw
 * @param alertCount alerts that joined it, duplicates not counted
 * @param alerts the first of them, {@value #MOST_ALERTS} at most
 * @param transitions in the order they were made
 */
public record Incident(
        String id,
        EventKind kind,
        String mergeKey,
        @Nullable String area,
        String room,
        String camera,
        @Nullable Point place,
        IncidentState state,
        Instant openedAt,
        Instant updatedAt,
        long version,
        long alertCount,
        List<Alert> alerts,
        List<Transition> transitions) {
    /** The room of an incident that no area and no fallback claims; shown to everyone, never dropped. */
    public static final String NO_ROOM = "unassigned";

    public static final int MOST_ALERTS = 20;

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Incident {
        Id.compound("incident id", id);
        kind = kind == null ? EventKind.UNKNOWN : kind;
        mergeKey = mergeKey == null ? id.substring(0, id.indexOf('~')) : mergeKey;
        room = room == null ? NO_ROOM : room;
        camera = camera == null ? "" : camera;
        state = state == null ? IncidentState.UNKNOWN : state;
        updatedAt = updatedAt == null ? openedAt : updatedAt;
        alerts = alerts == null ? List.of() : List.copyOf(alerts);
        transitions = transitions == null ? List.of() : List.copyOf(transitions);
        if (alerts.size() > MOST_ALERTS) {
            throw new IllegalArgumentException(
                    "incident " + id + " carries " + alerts.size() + " alerts; allowed: 0 to " + MOST_ALERTS);
        }
    }
}
