package io.kakou.events;

import static io.kakou.events.ActionKind.ACCEPT;
import static io.kakou.events.ActionKind.ARRIVE;
import static io.kakou.events.ActionKind.CLOSE;
import static io.kakou.events.ActionKind.DISPATCH;
import static io.kakou.events.ActionKind.FOLLOW_UP;
import static io.kakou.events.ActionKind.HANDLE;
import static io.kakou.events.ActionKind.JOIN;
import static io.kakou.events.ActionKind.REJECT;
import static io.kakou.events.ActionKind.RESUME;
import static io.kakou.events.ActionKind.SPLIT;
import static io.kakou.events.ActionKind.SUSPEND;
import static io.kakou.events.ActionKind.TAKE;
import static io.kakou.events.ActionKind.VERIFY;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people may do with an incident or with a part of it, in one table for the console that offers it and the job that
 * does it. A second dispatch or arrival is a reinforcement. Once a unit is there, a false alarm is closed with the
 * verdict that says so. A room may close without 处置 and 核查 where its clock does not ask for them.
 */
public final class IncidentMoves {
    private static final Map<IncidentState, Map<ActionKind, IncidentState>> TABLE = table();

    private IncidentMoves() {}

    /** The actions allowed from a state, in the order they are declared. */
    public static Set<ActionKind> allowed(IncidentState from) {
        return new TreeSet<>(moves(from).keySet());
    }

    public static boolean allowed(IncidentState from, ActionKind kind) {
        return moves(from).containsKey(kind);
    }

    /**
     * The state after an action.
     *
     * @throws IllegalArgumentException where it is not allowed
     */
    public static IncidentState next(IncidentState from, ActionKind kind) {
        @Nullable IncidentState to = moves(from).get(kind);
        if (to == null) {
            throw new IllegalArgumentException(notAllowed(from, kind));
        }
        return to;
    }

    /**
     * Why an action is refused, in one line; empty where it is allowed. A dispatch names a unit; a rejection says what
     * it was and whether something had to be done.
     */
    public static Optional<String> refusal(IncidentState from, Action action) {
        if (!allowed(from, action.kind())) {
            return Optional.of(notAllowed(from, action.kind()));
        }
        return lacking(action).map(lack -> "kind " + action.kind() + " without " + lack);
    }

    private static Optional<String> lacking(Action action) {
        return switch (action.kind()) {
            case DISPATCH ->
                unless(action.unit() != null && !action.unit().isBlank(), "a unit; allowed: a unit's name");
            case REJECT ->
                unless(
                        action.verdict() != null && action.actionNeeded() != null,
                        "verdict or actionNeeded; allowed: both");
            case SUSPEND ->
                unless(
                        action.until() != null && action.until().isAfter(action.at()) && action.note() != null,
                        "a reason and a later day; allowed: both note and until");
            case SPLIT -> unless(!action.parts().isEmpty(), "parts; allowed: some of the incident's");
            case JOIN ->
                unless(
                        action.other() != null && !action.other().equals(action.incident()),
                        "another incident; allowed: the id of one");
            case TAKE -> unless(!action.taken().isEmpty(), "parts; allowed: those of the incident that is joined");
            case ACCEPT, ARRIVE, HANDLE, VERIFY, RESUME, CLOSE, FOLLOW_UP, UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<String> unless(boolean complete, String lack) {
        return complete ? Optional.empty() : Optional.of(lack);
    }

    private static Map<ActionKind, IncidentState> moves(IncidentState from) {
        return TABLE.getOrDefault(from, Map.of());
    }

    private static Map<IncidentState, Map<ActionKind, IncidentState>> table() {
        Map<IncidentState, Map<ActionKind, IncidentState>> table = new EnumMap<>(IncidentState.class);
        table.put(
                IncidentState.REPORTED,
                open(IncidentState.REPORTED, Map.of(ACCEPT, IncidentState.ACCEPTED, REJECT, IncidentState.REJECTED)));
        table.put(
                IncidentState.ACCEPTED,
                open(
                        IncidentState.ACCEPTED,
                        Map.of(
                                DISPATCH, IncidentState.DISPATCHED,
                                REJECT, IncidentState.REJECTED,
                                SUSPEND, IncidentState.SUSPENDED,
                                CLOSE, IncidentState.CLOSED)));
        table.put(
                IncidentState.DISPATCHED,
                open(
                        IncidentState.DISPATCHED,
                        Map.of(
                                DISPATCH, IncidentState.DISPATCHED,
                                ARRIVE, IncidentState.ON_SITE,
                                REJECT, IncidentState.REJECTED,
                                SUSPEND, IncidentState.SUSPENDED,
                                CLOSE, IncidentState.CLOSED)));
        table.put(
                IncidentState.ON_SITE,
                open(
                        IncidentState.ON_SITE,
                        Map.of(
                                DISPATCH, IncidentState.ON_SITE,
                                ARRIVE, IncidentState.ON_SITE,
                                HANDLE, IncidentState.HANDLED,
                                SUSPEND, IncidentState.SUSPENDED,
                                CLOSE, IncidentState.CLOSED)));
        table.put(
                IncidentState.HANDLED,
                open(
                        IncidentState.HANDLED,
                        Map.of(
                                DISPATCH, IncidentState.DISPATCHED,
                                VERIFY, IncidentState.VERIFIED,
                                SUSPEND, IncidentState.SUSPENDED,
                                CLOSE, IncidentState.CLOSED)));
        table.put(IncidentState.VERIFIED, open(IncidentState.VERIFIED, Map.of(CLOSE, IncidentState.CLOSED)));
        table.put(
                IncidentState.SUSPENDED,
                open(IncidentState.SUSPENDED, Map.of(RESUME, IncidentState.ACCEPTED, CLOSE, IncidentState.CLOSED)));
        table.put(IncidentState.CLOSED, Map.of(FOLLOW_UP, IncidentState.CLOSED));
        return table;
    }

    /** What is open may be split, joined to another, and take another in; only that it joined is a state of its own. */
    private static Map<ActionKind, IncidentState> open(IncidentState state, Map<ActionKind, IncidentState> own) {
        Map<ActionKind, IncidentState> all = new EnumMap<>(own);
        all.put(SPLIT, state);
        all.put(TAKE, state);
        all.put(JOIN, IncidentState.JOINED);
        return all;
    }

    private static String notAllowed(IncidentState from, ActionKind kind) {
        String allowed = allowed(from).stream().map(ActionKind::name).collect(Collectors.joining(", "));
        return "from state " + from + " kind " + kind + "; allowed: " + (allowed.isEmpty() ? "nothing" : allowed);
    }
}
