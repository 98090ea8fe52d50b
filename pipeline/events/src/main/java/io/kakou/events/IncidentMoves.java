package io.kakou.events;

import static io.kakou.events.ActionKind.ACCEPT;
import static io.kakou.events.ActionKind.ARRIVE;
import static io.kakou.events.ActionKind.CLOSE;
import static io.kakou.events.ActionKind.DISPATCH;
import static io.kakou.events.ActionKind.REJECT;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people may do with an incident, in one table for the console that offers it and the job that does it. A second
 * dispatch or arrival is a reinforcement. Once a unit is there, a false alarm is closed with the verdict that says so.
 */
public final class IncidentMoves {
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
        return switch (action.kind()) {
            case DISPATCH ->
                action.unit() == null || action.unit().isBlank()
                        ? Optional.of("kind DISPATCH without a unit; allowed: a unit's name")
                        : Optional.empty();
            case REJECT ->
                action.verdict() == null || action.actionNeeded() == null
                        ? Optional.of("kind REJECT without verdict or actionNeeded; allowed: both")
                        : Optional.empty();
            case ACCEPT, ARRIVE, CLOSE, UNKNOWN -> Optional.empty();
        };
    }

    private static Map<ActionKind, IncidentState> moves(IncidentState from) {
        return switch (from) {
            case REPORTED -> Map.of(ACCEPT, IncidentState.ACCEPTED, REJECT, IncidentState.REJECTED);
            case ACCEPTED ->
                Map.of(
                        DISPATCH, IncidentState.DISPATCHED,
                        REJECT, IncidentState.REJECTED,
                        CLOSE, IncidentState.CLOSED);
            case DISPATCHED ->
                Map.of(
                        DISPATCH, IncidentState.DISPATCHED,
                        ARRIVE, IncidentState.ON_SITE,
                        REJECT, IncidentState.REJECTED,
                        CLOSE, IncidentState.CLOSED);
            case ON_SITE ->
                Map.of(
                        DISPATCH, IncidentState.ON_SITE,
                        ARRIVE, IncidentState.ON_SITE,
                        CLOSE, IncidentState.CLOSED);
            case CLOSED, REJECTED, UNKNOWN -> Map.of();
        };
    }

    private static String notAllowed(IncidentState from, ActionKind kind) {
        String allowed = allowed(from).stream().map(ActionKind::name).collect(Collectors.joining(", "));
        return "from state " + from + " kind " + kind + "; allowed: " + (allowed.isEmpty() ? "nothing" : allowed);
    }
}
