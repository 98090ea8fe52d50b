package io.kakou.jobs.room.incident;

import io.kakou.events.Action;
import io.kakou.events.ActionKind;
import io.kakou.events.ClockProfile;
import io.kakou.events.ClockStep;
import io.kakou.events.Deadline;
import io.kakou.events.DeadlineState;
import io.kakou.events.Incident;
import io.kakou.events.IncidentMoves;
import io.kakou.events.IncidentState;
import io.kakou.events.Part;
import io.kakou.events.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An incident's clock. Whether a step was kept is decided by recorded times alone: its deadline's and the action's.
 * The hour at which that is found out decides one thing only, see {@link Outages}.
 */
final class RoomClock {
    private final Outages outages;

    RoomClock(Outages outages) {
        this.outages = outages;
    }

    /** What an action is to a step. */
    private enum Effect {
        MEETS,
        ENDS,
        NONE
    }

    /**
     * Tells the steps that ran out before {@code until}.
     *
     * @param now when that is found out
     */
    Incident runOut(Incident incident, Instant until, Instant now) {
        List<Deadline> deadlines = new ArrayList<>();
        Draft draft = Draft.of(incident);
        for (Deadline deadline : incident.deadlines()) {
            if (isRunning(deadline) && deadline.at().isBefore(until)) {
                boolean wasDown = outages.ranOutUnseen(deadline.at(), now);
                draft.step(Transition.overdue(incident, deadline, wasDown ? outages.found(now) : null));
                deadlines.add(deadline.in(wasDown ? DeadlineState.OVERDUE_WHILE_DOWN : DeadlineState.OVERDUE));
            } else {
                deadlines.add(deadline);
            }
        }
        return draft.deadlines(deadlines).done();
    }

    /**
     * What an action that was taken did to the steps: those it meets, those that have no more purpose, the breaches it
     * withdraws because it was in time after all, and the steps that begin with it. An action on one place moves that
     * place's clock alone.
     *
     * @param acted the incident after it
     * @param before as it was
     */
    Incident settle(Incident acted, Incident before, Action action, Later later) {
        List<String> moved = moved(before.parts(), action);
        List<Deadline> deadlines = new ArrayList<>();
        List<Transition> withdrawn = new ArrayList<>();
        for (Deadline deadline : acted.deadlines()) {
            Effect effect = concerns(action, deadline, moved, acted.state().isOpen())
                    ? effect(deadline, before.stateOf(deadline), action.kind())
                    : Effect.NONE;
            Deadline settled = settle(deadline, effect, action.at());
            deadlines.add(settled);
            if (deadline.ranOut() && !settled.ranOut()) {
                withdrawn.add(Transition.withdrawn(acted, deadline, action.at()));
            }
        }
        for (Deadline next : begun(acted, moved, action, later)) {
            // A step that begins again takes the place of what became of it before.
            deadlines.removeIf(each -> each.step() == next.step() && Objects.equals(each.part(), next.part()));
            deadlines.add(next);
        }
        return Draft.of(acted).deadlines(deadlines).steps(withdrawn).done();
    }

    /** Ids of the places that an action moves on: those it names, or all, where it is allowed. */
    private static List<String> moved(List<Part> parts, Action action) {
        return parts.stream()
                .filter(part -> action.parts().isEmpty() || action.parts().contains(part.id()))
                .filter(part -> IncidentMoves.allowed(part.state(), action.kind())
                        || (isEnd(action.kind()) && part.state().isOpen()))
                .map(Part::id)
                .toList();
    }

    private static boolean concerns(Action action, Deadline deadline, List<String> moved, boolean isOpen) {
        if (deadline.part() != null) {
            return moved.contains(deadline.part());
        }
        // Closing one place of several ends nothing of the whole.
        boolean endsAPart = !action.parts().isEmpty() && isOpen && isEnd(action.kind());
        return !endsAPart || deadline.step() == ClockStep.RESPOND;
    }

    private static boolean isEnd(ActionKind kind) {
        return ended(kind) == Effect.ENDS;
    }

    /** Steps that begin with an action: of each place it moved, or of the whole. */
    private static List<Deadline> begun(Incident acted, List<String> moved, Action action, Later later) {
        Optional<Deadline> next =
                switch (action.kind()) {
                    case HANDLE -> begun(ClockStep.VERIFY, action, later);
                    // Who reported it is asked once, when all of it is over.
                    case CLOSE -> acted.state().isOpen() ? Optional.empty() : begun(ClockStep.FOLLOW_UP, action, later);
                    case SUSPEND ->
                        Optional.ofNullable(action.until()).map(until -> Deadline.running(ClockStep.RESUME, until));
                    case ACCEPT, REJECT, DISPATCH, ARRIVE, VERIFY, RESUME, FOLLOW_UP, SPLIT, JOIN, TAKE, UNKNOWN ->
                        Optional.empty();
                };
        boolean ofTheWhole = acted.parts().isEmpty() || action.kind() == ActionKind.CLOSE;
        return ofTheWhole
                ? next.stream().toList()
                : next.stream()
                        .flatMap(each -> moved.stream().map(each::ofPart))
                        .toList();
    }

    private static Optional<Deadline> begun(ClockStep step, Action action, Later later) {
        return later.limit(step)
                .map(limit -> Deadline.running(step, ClockProfile.end(limit, action.at(), later.calendar())));
    }

    /** When something is to be told next, epoch milliseconds. */
    static List<Long> wakes(Incident incident) {
        return incident.deadlines().stream()
                .filter(RoomClock::isRunning)
                .map(RoomClock::wake)
                .toList();
    }

    /** The first millisecond after a deadline: an action of that very instant is in time. */
    static long wake(Deadline deadline) {
        return deadline.at().toEpochMilli() + 1;
    }

    static boolean isRunning(Deadline deadline) {
        return deadline.state() == DeadlineState.RUNNING;
    }

    private static Deadline settle(Deadline deadline, Effect effect, Instant at) {
        boolean inTime = !at.isAfter(deadline.at());
        boolean open = deadline.met() == null && (isRunning(deadline) || deadline.ranOut());
        if (!open) {
            return deadline;
        }
        return switch (effect) {
            case MEETS -> deadline.met(at, inTime ? DeadlineState.KEPT : deadline.state());
            case ENDS -> inTime ? deadline.in(DeadlineState.NOT_NEEDED) : deadline;
            case NONE -> deadline;
        };
    }

    private static Effect effect(Deadline deadline, IncidentState from, ActionKind kind) {
        return switch (deadline.step()) {
            case RESPOND ->
                met(
                        kind == ActionKind.ACCEPT || kind == ActionKind.REJECT || kind == ActionKind.JOIN,
                        ActionKind.UNKNOWN);
            case DISPATCH -> met(kind == ActionKind.DISPATCH, kind);
            case ARRIVE -> met(kind == ActionKind.ARRIVE, kind);
            case REINFORCE -> met(kind == ActionKind.CLOSE || isSecondDispatch(from, kind), kind);
            case HANDLE -> met(kind == ActionKind.HANDLE || kind == ActionKind.CLOSE, kind);
            case VERIFY -> met(kind == ActionKind.VERIFY || kind == ActionKind.CLOSE, kind);
            case CLOSE -> met(kind == ActionKind.CLOSE || kind == ActionKind.REJECT, kind);
            case RESUME -> met(kind == ActionKind.RESUME || kind == ActionKind.CLOSE, kind);
            case FOLLOW_UP -> met(kind == ActionKind.FOLLOW_UP, ActionKind.UNKNOWN);
            case UNKNOWN -> ended(kind);
        };
    }

    private static Effect met(boolean meets, ActionKind otherwise) {
        return meets ? Effect.MEETS : ended(otherwise);
    }

    private static Effect ended(ActionKind kind) {
        return switch (kind) {
            case REJECT, CLOSE, SUSPEND, JOIN -> Effect.ENDS;
            case ACCEPT, DISPATCH, ARRIVE, HANDLE, VERIFY, RESUME, FOLLOW_UP, SPLIT, TAKE, UNKNOWN -> Effect.NONE;
        };
    }

    private static boolean isSecondDispatch(IncidentState from, ActionKind kind) {
        return kind == ActionKind.DISPATCH && from != IncidentState.ACCEPTED;
    }
}
