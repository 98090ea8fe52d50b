package io.kakou.events;

import java.time.Instant;

/**
 * One change of an incident.
 *
 * @param id hash of incident, step and cause: whoever reads it twice has read it once
 * @param state the incident's state after it
 * @param at recorded time of the cause, never of its arrival
 * @param cause id of the alert or action behind it, or the clock's step
 */
public record Transition(String id, TransitionKind kind, IncidentState state, Instant at, String cause) {
    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Transition {
        String transition = Id.plain("transition id", id);
        Required.field("at", at, () -> "transition " + transition);
        kind = kind == null ? TransitionKind.UNKNOWN : kind;
        state = state == null ? IncidentState.UNKNOWN : state;
        cause = cause == null ? "" : cause;
    }

    /** A transition whose id follows from what it is. */
    public static Transition of(String incident, TransitionKind kind, IncidentState state, Instant at, String cause) {
        return new Transition(Id.hash(incident, kind.name(), state.name(), cause), kind, state, at, cause);
    }
}
