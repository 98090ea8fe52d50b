package io.kakou.jobs.room.incident;

import io.kakou.events.Action;
import io.kakou.events.ActionKind;
import io.kakou.events.Deadline;
import io.kakou.events.DeadlineState;
import io.kakou.events.Incident;
import io.kakou.events.IncidentMoves;
import io.kakou.events.IncidentState;
import io.kakou.events.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
                deadlines.add(with(deadline, wasDown ? DeadlineState.OVERDUE_WHILE_DOWN : DeadlineState.OVERDUE));
            } else {
                deadlines.add(deadline);
            }
        }
        return draft.deadlines(deadlines).done();
    }

    /**
     * An action that is allowed: the state it leads to, the steps it was too late for, and those it meets.
     *
     * @param now when it is read
     */
    Incident act(Incident incident, Action action, Instant now) {
        IncidentState next = IncidentMoves.next(incident.state(), action.kind());
        Incident acted = Draft.of(runOut(incident, action.at(), now))
                .state(next)
                .unit(action.kind() == ActionKind.DISPATCH ? action.unit() : null)
                .step(Transition.acted(action, next))
                .done();
        return settle(acted, incident.state(), action);
    }

    /** What the action did to the steps, and the breaches it withdraws because it was in time after all. */
    private static Incident settle(Incident acted, IncidentState from, Action action) {
        List<Deadline> deadlines = new ArrayList<>();
        List<Transition> withdrawn = new ArrayList<>();
        for (Deadline deadline : acted.deadlines()) {
            Deadline settled = settle(deadline, effect(deadline, from, action.kind()), action.at());
            deadlines.add(settled);
            if (deadline.ranOut() && !settled.ranOut()) {
                withdrawn.add(Transition.withdrawn(acted, deadline.step(), action.at()));
            }
        }
        return Draft.of(acted).deadlines(deadlines).steps(withdrawn).done();
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
            case MEETS ->
                new Deadline(deadline.step(), deadline.at(), at, inTime ? DeadlineState.KEPT : deadline.state());
            case ENDS -> inTime ? with(deadline, DeadlineState.NOT_NEEDED) : deadline;
            case NONE -> deadline;
        };
    }

    private static Effect effect(Deadline deadline, IncidentState from, ActionKind kind) {
        return switch (deadline.step()) {
            case RESPOND -> met(kind == ActionKind.ACCEPT || kind == ActionKind.REJECT, ActionKind.UNKNOWN);
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

    private static Deadline with(Deadline deadline, DeadlineState state) {
        return new Deadline(deadline.step(), deadline.at(), deadline.met(), state);
    }
}
