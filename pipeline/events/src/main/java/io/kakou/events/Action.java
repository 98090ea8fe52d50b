package io.kakou.events;

import java.time.Instant;
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
        @Nullable String note) {
    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Action {
        String action = Id.plain("action id", id);
        Required.field("at", at, () -> "action " + action);
        Id.compound("incident of action " + id, incident);
        Id.plain("user of action " + id, user);
        kind = kind == null ? ActionKind.UNKNOWN : kind;
    }
}
