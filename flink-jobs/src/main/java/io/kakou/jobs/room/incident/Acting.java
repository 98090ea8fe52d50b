package io.kakou.jobs.room.incident;

import io.kakou.events.Action;
import io.kakou.events.ActionKind;
import io.kakou.events.Alert;
import io.kakou.events.Deadline;
import io.kakou.events.Id;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Part;
import io.kakou.events.PartMoves;
import io.kakou.events.Transition;
import io.kakou.events.TransitionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person's action does to an incident, and to that which is split off. */
final class Acting {
    private final RoomClock clock;

    Acting(RoomClock clock) {
        this.clock = clock;
    }

    /** Why it is refused; an action that saw an older version counts where it is still allowed. */
    static Optional<String> refusal(Incident incident, Action action) {
        return PartMoves.refusal(incident.state(), incident.parts(), action);
    }

    /**
     * An action that is allowed.
     *
     * @param now when it is read
     * @return the incident, and behind it the one that is split off
     */
    List<Followed> act(Followed one, Action action, Instant now) {
        Followed before = one.with(clock.runOut(one.incident(), action.at(), now));
        return switch (action.kind()) {
            case SPLIT -> split(before, action);
            case TAKE -> List.of(take(before, action));
            case ACCEPT, REJECT, DISPATCH, ARRIVE, HANDLE, VERIFY, SUSPEND, RESUME, CLOSE, FOLLOW_UP, JOIN, UNKNOWN ->
                List.of(before.with(move(before, action)));
        };
    }

    private Incident move(Followed before, Action action) {
        Incident incident = before.incident();
        List<Part> parts = PartMoves.after(incident.parts(), action);
        IncidentState next = PartMoves.state(incident.state(), parts, action);
        Draft draft = Draft.of(incident)
                .state(next)
                .parts(parts)
                .unit(action.kind() == ActionKind.DISPATCH ? action.unit() : null)
                .step(Transition.acted(action, next));
        if (action.kind() == ActionKind.JOIN && action.other() != null) {
            draft.joinedInto(action.other());
        }
        return clock.settle(draft.done(), incident, action, before.later());
    }

    /** The parts go on with the clock, the room and the unit that they had. */
    private static List<Followed> split(Followed before, Action action) {
        Incident incident = before.incident();
        List<Part> going = named(incident, action, true);
        List<Part> staying = named(incident, action, false);
        IncidentState left = PartMoves.state(incident.state(), staying);
        Incident rest = Draft.of(incident)
                .parts(staying)
                .state(left)
                .alerts(seenBy(incident, staying), incident.alertCount())
                .deadlines(clockOf(incident, staying))
                .step(Transition.acted(action, left))
                .done();
        List<String> moved = alertsOf(before, going);
        List<String> kept =
                before.present().stream().filter(id -> !moved.contains(id)).toList();
        Followed first = before.with(rest).holding(kept, placesOf(before, staying));
        return List.of(first, before.splitOff(apart(incident, going, action), moved, placesOf(before, going)));
    }

    private static Incident apart(Incident from, List<Part> parts, Action action) {
        Instant openedAt =
                parts.stream().map(Part::openedAt).min(Instant::compareTo).orElseThrow();
        String id = Incident.id(from.mergeKey(), openedAt, "split-" + Id.hash(from.id(), action.id()));
        IncidentState state = PartMoves.state(from.state(), parts);
        Transition opened = new Transition(
                Id.hash(id, TransitionKind.OPENED.name(), action.id()),
                TransitionKind.OPENED,
                state,
                action.at(),
                action.id(),
                null,
                action.user(),
                parts.get(0).unit(),
                action.kind(),
                action.by(),
                action.parts(),
                null);
        return new Incident(
                id,
                from.kind(),
                from.mergeKey(),
                from.area(),
                from.room(),
                parts.get(0).camera(),
                parts.get(0).place(),
                state,
                openedAt,
                action.at(),
                1,
                parts.stream().mapToLong(Part::present).sum(),
                seenBy(from, parts),
                List.of(opened),
                parts.get(0).unit(),
                clockOf(from, parts),
                from.road(),
                parts,
                from.informed(),
                null);
    }

    private static List<Alert> seenBy(Incident incident, List<Part> parts) {
        List<String> cameras =
                parts.stream().flatMap(part -> part.cameras().stream()).toList();
        return incident.alerts().stream()
                .filter(alert -> cameras.contains(alert.camera()))
                .toList();
    }

    private static Followed take(Followed before, Action action) {
        Incident incident = before.incident();
        Followed whole = incident.parts().isEmpty() ? asPart(before) : before;
        List<Part> parts = new ArrayList<>(whole.incident().parts());
        for (Part taken : action.taken()) {
            if (parts.stream().noneMatch(each -> each.id().equals(taken.id()))) {
                parts.add(taken);
            }
        }
        IncidentState state = PartMoves.state(incident.state(), parts);
        Incident after = Draft.of(incident)
                .parts(parts)
                .state(state)
                .step(Transition.acted(action, state))
                .done();
        return whole.with(after);
    }

    /** An incident of one place, with that place as its first part. */
    private static Followed asPart(Followed before) {
        Incident incident = before.incident();
        Part own = Part.whole(incident, before.lastAlertAt(), before.present().size());
        List<Place> places = before.present().stream()
                .map(alert -> new Place(alert, own.id()))
                .toList();
        List<Deadline> clock = incident.deadlines().stream()
                .map(deadline -> deadline.ofPart(own.id()))
                .toList();
        Incident after = Draft.of(incident).parts(List.of(own)).deadlines(clock).done();
        return before.with(after).holding(before.present(), places);
    }

    /** Of these places and of the whole. */
    private static List<Deadline> clockOf(Incident incident, List<Part> parts) {
        List<String> ids = parts.stream().map(Part::id).toList();
        return incident.deadlines().stream()
                .filter(deadline -> deadline.part() == null || ids.contains(deadline.part()))
                .toList();
    }

    private static List<Part> named(Incident incident, Action action, boolean wanted) {
        return incident.parts().stream()
                .filter(part -> action.parts().contains(part.id()) == wanted)
                .toList();
    }

    private static List<Place> placesOf(Followed one, List<Part> parts) {
        List<String> ids = parts.stream().map(Part::id).toList();
        return one.places().stream().filter(place -> ids.contains(place.part())).toList();
    }

    private static List<String> alertsOf(Followed one, List<Part> parts) {
        Stream<Place> places = placesOf(one, parts).stream();
        return places.map(Place::alert).toList();
    }
}
