package io.kakou.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of an incident.
 *
 * @param id hash of incident, kind and cause: whoever reads it twice has read it once, whatever came between
 * @param state the incident's state after it
 * @param at recorded time of the cause, never of its arrival; of a step that is overdue its deadline
 * @param cause id of the alert or action behind it, or the clock's step
 * @param outage of a step that ran out while the system was down: the same for all that are found together, so that
 *     they escalate once, as a group; else null
 * @param user who acted, or null where nobody did or a writer did not say
 * @param unit the unit that was sent or arrived, or null
 * @param action what was done, of a person's step; else null
 * @param by on whose word, of a person's step; else null
 * @param parts ids of the parts it is about; none: all
 * @param room of an escalation the room that was told; else null
 */
public record Transition(
        String id,
        TransitionKind kind,
        IncidentState state,
        Instant at,
        String cause,
        @Nullable String outage,
        @Nullable String user,
        @Nullable String unit,
        @Nullable ActionKind action,
        @Nullable ActedBy by,
        List<String> parts,
        @Nullable String room) {
    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Transition {
        String transition = Id.plain("transition id", id);
        Required.field("at", at, () -> "transition " + transition);
        kind = kind == null ? TransitionKind.UNKNOWN : kind;
        state = state == null ? IncidentState.UNKNOWN : state;
        cause = cause == null ? "" : cause;
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    /** Of all of an incident, as earlier releases wrote it. */
    public Transition(
            String id,
            TransitionKind kind,
            IncidentState state,
            Instant at,
            String cause,
            @Nullable String outage,
            @Nullable String user,
            @Nullable String unit) {
        this(id, kind, state, at, cause, outage, user, unit, null, null, List.of(), null);
    }

    /** A transition whose id follows from what it is. */
    public static Transition of(String incident, TransitionKind kind, IncidentState state, Instant at, String cause) {
        return new Transition(Id.hash(incident, kind.name(), cause), kind, state, at, cause, null, null, null);
    }

    /** The same, of one part. */
    public Transition ofPart(String part) {
        return new Transition(id, kind, state, at, cause, outage, user, unit, action, by, List.of(part), room);
    }

    /** A person's step, with its author, the unit and the parts it names. */
    public static Transition acted(Action action, IncidentState state) {
        TransitionKind kind = TransitionKind.ACTED;
        String id = Id.hash(action.incident(), kind.name(), action.id());
        return new Transition(
                id,
                kind,
                state,
                action.at(),
                action.id(),
                null,
                action.user(),
                action.unit(),
                action.kind(),
                action.by(),
                action.parts(),
                null);
    }

    /**
     * A step of the clock ran out. Known by incident, place and step alone, whatever state it is found in.
     *
     * @param outage where the system was down then, else null
     */
    public static Transition overdue(Incident incident, Deadline deadline, @Nullable String outage) {
        return ofClock(incident, TransitionKind.OVERDUE, deadline, deadline.at(), outage);
    }

    /** A step told as overdue was kept after all, by an action of the recorded time {@code at}. */
    public static Transition withdrawn(Incident incident, Deadline deadline, Instant at) {
        return ofClock(incident, TransitionKind.OVERDUE_WITHDRAWN, deadline, at, null);
    }

    /**
     * Another room was told of a step that ran out. Known by incident and rung.
     *
     * @param cause the step, {@code /}, and the rung's number on the ladder
     * @param at when the rung was due
     * @param outage where the step ran out while the system was down, else null
     */
    public static Transition escalated(
            Incident incident, String cause, Instant at, String room, @Nullable String outage) {
        TransitionKind kind = TransitionKind.ESCALATED;
        String id = Id.hash(incident.id(), kind.name(), cause);
        return new Transition(id, kind, incident.state(), at, cause, outage, null, null, null, null, List.of(), room);
    }

    private static Transition ofClock(
            Incident incident, TransitionKind kind, Deadline deadline, Instant at, @Nullable String outage) {
        ClockStep step = deadline.step();
        String part = deadline.part();
        String whose = part == null ? incident.id() : Id.hash(incident.id(), part);
        // What follows another step may run out more than once.
        String id = step.startsAtOpening()
                ? Id.hash(whose, kind.name(), step.name())
                : Id.hash(whose, kind.name(), step.name(), at.toString());
        Transition ofAll = new Transition(id, kind, incident.state(), at, step.name(), outage, null, null);
        return part == null ? ofAll : ofAll.ofPart(part);
    }
}
