package io.kakou.events;

import static java.util.Comparator.naturalOrder;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What an action does where an incident has several places: {@link IncidentMoves} for each of them, and where the whole
 * stands by them. For the console that takes an action and the job that does it.
 */
public final class PartMoves {
    private PartMoves() {}

    /**
     * Why an action is refused, in one line; empty where it is allowed.
     *
     * @param state the incident's
     * @param parts the incident's; none where it has one place
     */
    public static Optional<String> refusal(IncidentState state, List<Part> parts, Action action) {
        if (action.parts().isEmpty()) {
            return IncidentMoves.refusal(state, action).or(() -> tooMany(parts, action));
        }
        return unknown(parts, action).or(() -> switch (action.kind()) {
            case SPLIT -> notSplit(state, parts, action);
            case JOIN, TAKE, FOLLOW_UP ->
                Optional.of("kind " + action.kind() + " with parts; allowed: all of the incident");
            case ACCEPT, REJECT, DISPATCH, ARRIVE, HANDLE, VERIFY, SUSPEND, RESUME, CLOSE, UNKNOWN ->
                ofEach(parts, action);
        });
    }

    private static Optional<String> tooMany(List<Part> parts, Action action) {
        int after = Math.max(1, parts.size()) + action.taken().size();
        return after <= Incident.MOST_PARTS
                ? Optional.empty()
                : Optional.of("kind TAKE makes " + after + " parts; allowed: " + Incident.MOST_PARTS + " at most");
    }

    private static Optional<String> unknown(List<Part> parts, Action action) {
        List<String> known = parts.stream().map(Part::id).toList();
        List<String> strange =
                action.parts().stream().filter(id -> !known.contains(id)).toList();
        return strange.isEmpty()
                ? Optional.empty()
                : Optional.of("parts are " + strange + "; allowed: the incident's, " + known);
    }

    private static Optional<String> notSplit(IncidentState state, List<Part> parts, Action action) {
        Set<String> named = new HashSet<>(action.parts());
        return named.size() < parts.size()
                ? IncidentMoves.refusal(state, action)
                : Optional.of("kind SPLIT with all parts; allowed: some of them, so that one stays");
    }

    private static Optional<String> ofEach(List<Part> parts, Action action) {
        return parts.stream()
                .filter(part -> action.parts().contains(part.id()))
                .flatMap(part ->
                        IncidentMoves.refusal(part.state(), action)
                                .map(why -> "part " + part.id() + ": " + why)
                                .stream())
                .findFirst();
    }

    /** The parts after an action that is allowed. What ends the whole ends every part of it. */
    public static List<Part> after(List<Part> parts, Action action) {
        Predicate<Part> named = part -> action.parts().isEmpty()
                ? part.state().isOpen()
                : action.parts().contains(part.id());
        List<Part> after = new ArrayList<>();
        for (Part part : parts) {
            after.add(named.test(part) ? moved(part, action) : part);
        }
        return after;
    }

    private static Part moved(Part part, Action action) {
        IncidentState next = IncidentMoves.allowed(part.state(), action.kind())
                ? IncidentMoves.next(part.state(), action.kind())
                : endOr(part.state(), action.kind());
        String unit = action.kind() == ActionKind.DISPATCH ? action.unit() : part.unit();
        return new Part(
                part.id(),
                part.camera(),
                part.cameras(),
                part.place(),
                next,
                unit,
                part.openedAt(),
                part.lastAlertAt(),
                part.present());
    }

    private static IncidentState endOr(IncidentState state, ActionKind kind) {
        return switch (kind) {
            case CLOSE -> IncidentState.CLOSED;
            case REJECT -> IncidentState.REJECTED;
            case JOIN -> IncidentState.JOINED;
            case SUSPEND -> IncidentState.SUSPENDED;
            case ACCEPT, DISPATCH, ARRIVE, HANDLE, VERIFY, RESUME, FOLLOW_UP, SPLIT, TAKE, UNKNOWN -> state;
        };
    }

    /**
     * Where the whole stands.
     *
     * @param before where it stood; it stays so where it has no parts
     */
    public static IncidentState state(IncidentState before, List<Part> parts) {
        if (parts.isEmpty()) {
            return before;
        }
        Set<IncidentState> states = parts.stream().map(Part::state).collect(Collectors.toSet());
        // Who still has something to do decides: a new place brings back an incident that was handled elsewhere.
        Optional<IncidentState> atWork =
                states.stream().filter(PartMoves::isAtWork).max(naturalOrder());
        Optional<IncidentState> open =
                states.stream().filter(IncidentState::isOpen).min(naturalOrder());
        return atWork.or(() -> open).orElseGet(() -> ended(states));
    }

    private static boolean isAtWork(IncidentState state) {
        return switch (state) {
            case REPORTED, ACCEPTED, DISPATCHED, ON_SITE -> true;
            case HANDLED, VERIFIED, SUSPENDED, CLOSED, REJECTED, JOINED, UNKNOWN -> false;
        };
    }

    private static IncidentState ended(Set<IncidentState> states) {
        if (states.contains(IncidentState.CLOSED)) {
            return IncidentState.CLOSED;
        }
        return states.contains(IncidentState.JOINED) ? IncidentState.JOINED : IncidentState.REJECTED;
    }

    /** Where the whole stands after an action that is allowed. */
    public static IncidentState state(IncidentState before, List<Part> after, Action action) {
        return action.parts().isEmpty() || action.kind() == ActionKind.SPLIT
                ? IncidentMoves.next(before, action.kind())
                : state(before, after);
    }
}
