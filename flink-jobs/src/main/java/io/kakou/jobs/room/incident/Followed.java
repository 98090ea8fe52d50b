package io.kakou.jobs.room.incident;

import io.kakou.events.Action;
import io.kakou.events.Alert;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Part;
import io.kakou.events.PartMoves;
import io.kakou.events.Transition;
import io.kakou.events.TransitionKind;
import io.kakou.jobs.room.place.RoutedAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An incident and what must be known to go on with it.
 *
 * @param actions ids of the newest actions taken or refused, {@value #MOST_ACTIONS} at most: one that comes again is known
 * @param present ids of its alerts that are not released yet; none left: the incident is released
 * @param lastAlertAt recorded time of its newest alert
 * @param forgetAt when the state may go, on the log's time line, epoch milliseconds
 * @param places of which part each of those is, where it has parts
 * @param later what of its clock has not begun
 * @param apart whether it was split off: then it takes alerts of its own places alone
 */
public record Followed(
        Incident incident,
        List<String> present,
        List<String> actions,
        Instant lastAlertAt,
        long forgetAt,
        List<Place> places,
        Later later,
        boolean apart) {
    /** A ceiling, so that no incident and no state grows for ever; the next alert opens a new one. */
    static final int MOST_JOINED = 500;

    static final int MOST_ACTIONS = 128;

    private static final long MINUTE_MILLIS = 60_000;
    private static final int MOST_BOXES = 8;
    private static final int MOST_LOOKS = 8;

    @SuppressWarnings("NullAway") // State of an earlier release has no places and nothing later.
    public Followed {
        present = List.copyOf(present);
        actions = List.copyOf(actions);
        places = places == null ? List.of() : List.copyOf(places);
        later = later == null ? Later.NOTHING : later;
    }

    /** @param at the look that decided: the first moment at which a room could know; its clock starts then */
    static Followed open(RoutedAlert routed, Instant at) {
        Alert alert = routed.alert();
        String mergeKey = routed.mergeKey();
        String id = Incident.id(mergeKey, alert.onset(), alert.id());
        Transition opened = Transition.of(id, TransitionKind.OPENED, IncidentState.REPORTED, at, alert.id());
        List<Part> parts = routed.road() == null ? List.of() : List.of(Parts.first(id, alert));
        Incident incident = new Incident(
                id,
                alert.kind(),
                mergeKey,
                routed.area(),
                routed.room(),
                alert.camera(),
                alert.place(),
                IncidentState.REPORTED,
                alert.onset(),
                at,
                1,
                1,
                List.of(brief(alert)),
                List.of(opened),
                null,
                Parts.clock(routed, at, parts.isEmpty() ? null : parts.get(0).id()),
                routed.road(),
                parts,
                routed.informed(),
                null);
        List<Place> places =
                parts.stream().map(part -> new Place(alert.id(), part.id())).toList();
        return new Followed(incident, List.of(alert.id()), List.of(), at, 0, places, Later.of(routed), false);
    }

    boolean knows(Alert alert) {
        return present.contains(alert.id())
                || incident.alerts().stream().anyMatch(known -> known.id().equals(alert.id()));
    }

    boolean isReleased() {
        return present.isEmpty();
    }

    /** Whether an alert that begins now is of the same event. */
    boolean takes(RoutedAlert routed, double joinSeconds) {
        double quiet = Duration.between(lastAlertAt, routed.alert().onset()).toNanos() / 1e9;
        return !isReleased()
                && (isOpen() || wasEndedAfter(routed.alert()))
                && quiet <= joinSeconds
                && incident.alertCount() < MOST_JOINED
                && (holds(routed) || (!apart && Parts.haveRoom(incident.parts())));
    }

    /**
     * Whether somebody closed, rejected or joined it when this had been seen already. Alerts and actions are two logs, and
     * after a restart they may be read in another order than before: what is one incident must not depend on that.
     */
    private boolean wasEndedAfter(Alert alert) {
        return incident.parts().isEmpty()
                && incident.transitions().stream()
                        .anyMatch(step -> !step.state().isOpen()
                                && step.action() != null
                                && !step.at().isBefore(alert.at()));
    }

    /** Whether one of its places is the alert's. */
    boolean holds(RoutedAlert routed) {
        return Parts.at(incident.parts(), routed).isPresent();
    }

    Followed join(RoutedAlert routed) {
        Alert alert = routed.alert();
        List<Alert> alerts = Stream.concat(incident.alerts().stream(), Stream.of(brief(alert)))
                .limit(Incident.MOST_ALERTS)
                .toList();
        List<String> nowPresent =
                Stream.concat(present.stream(), Stream.of(alert.id())).toList();
        Draft joined = Draft.of(incident).alerts(alerts, incident.alertCount() + 1);
        routed.informed().forEach(joined::informed);
        Instant newest = lastAlertAt.isAfter(alert.at()) ? lastAlertAt : alert.at();
        if (incident.parts().isEmpty()) {
            Incident after = joined.step(step(TransitionKind.JOINED, alert)).done();
            return new Followed(after, nowPresent, actions, newest, forgetAt, places, later, apart);
        }
        Optional<Part> known = Parts.at(incident.parts(), routed);
        Part part = known.map(one -> Parts.seen(one, alert)).orElseGet(() -> Parts.first(incident.id(), alert));
        if (known.isEmpty()) {
            joined.deadlines(
                    Stream.concat(incident.deadlines().stream(), Parts.clock(routed, alert.at(), part.id()).stream())
                            .toList());
        }
        List<Part> parts = Parts.with(incident.parts(), part);
        IncidentState state = PartMoves.state(incident.state(), parts);
        Incident after = joined.parts(parts)
                .state(state)
                .step(Transition.of(incident.id(), TransitionKind.JOINED, state, alert.at(), alert.id())
                        .ofPart(part.id()))
                .done();
        List<Place> nowPlaces = Stream.concat(places.stream(), Stream.of(new Place(alert.id(), part.id())))
                .toList();
        return new Followed(after, nowPresent, actions, newest, forgetAt, nowPlaces, later, apart);
    }

    Followed release(Alert alert) {
        List<String> stillPresent =
                present.stream().filter(id -> !id.equals(alert.id())).toList();
        List<Place> stillThere =
                places.stream().filter(each -> !each.alert().equals(alert.id())).toList();
        Draft released = Draft.of(incident);
        Transition step = step(TransitionKind.RELEASED, alert);
        for (Place place : places) {
            if (place.alert().equals(alert.id())) {
                released.parts(Parts.released(incident.parts(), place.part()));
                step = step.ofPart(place.part());
            }
        }
        return new Followed(
                released.step(step).done(), stillPresent, actions, lastAlertAt, forgetAt, stillThere, later, apart);
    }

    boolean hasSeen(Action action) {
        return actions.contains(action.id());
    }

    Followed seen(Action action) {
        List<String> all =
                Stream.concat(actions.stream(), Stream.of(action.id())).toList();
        List<String> newest = all.subList(Math.max(0, all.size() - MOST_ACTIONS), all.size());
        return new Followed(incident, present, newest, lastAlertAt, forgetAt, places, later, apart);
    }

    Followed with(Incident changed) {
        return new Followed(changed, present, actions, lastAlertAt, forgetAt, places, later, apart);
    }

    Followed climbed(int rung) {
        return new Followed(incident, present, actions, lastAlertAt, forgetAt, places, later.climbed(rung), apart);
    }

    /** With these alerts present, at these places, and its end reckoned anew. */
    Followed holding(List<String> alerts, List<Place> where) {
        return new Followed(incident, alerts, actions, lastAlertAt, forgetAt, where, later, apart);
    }

    /** The same as an incident of its own. */
    Followed splitOff(Incident changed, List<String> alerts, List<Place> where) {
        return new Followed(changed, alerts, List.of(), lastAlertAt, 0, where, later, true);
    }

    /**
     * For how long it is known: while it is open, present, or one of its steps still runs, and some time after that.
     *
     * @param loggedAt on the log's time line, epoch milliseconds
     */
    Followed keptFrom(long loggedAt, Keeping keeping) {
        double seconds = isOpen() || !isReleased() ? keeping.openSeconds() : keeping.settledSeconds();
        long until = loggedAt + Math.round(seconds * 1000);
        long settled = Math.round(keeping.settledSeconds() * 1000);
        for (long wake : RoomClock.wakes(incident)) {
            until = Math.max(until, wake + settled);
        }
        // By the minute, so that most changes leave the timer as it is.
        long minute = Math.floorDiv(until + MINUTE_MILLIS - 1, MINUTE_MILLIS) * MINUTE_MILLIS;
        return new Followed(incident, present, actions, lastAlertAt, minute, places, later, apart);
    }

    private Transition step(TransitionKind kind, Alert cause) {
        return Transition.of(incident.id(), kind, incident.state(), cause.at(), cause.id());
    }

    /** Whether people have not closed or rejected it. */
    boolean isOpen() {
        return incident.state().isOpen();
    }

    /** What an incident carries of an alert: the best boxes and the newest looks; the alert itself is on its topic. */
    private static Alert brief(Alert alert) {
        int looks = alert.looks().size();
        return new Alert(
                alert.id(),
                alert.phase(),
                alert.kind(),
                alert.subject(),
                alert.rule(),
                alert.camera(),
                alert.place(),
                alert.road(),
                alert.at(),
                alert.onset(),
                alert.score(),
                alert.boxes().stream()
                        .sorted((a, b) -> Double.compare(b.score(), a.score()))
                        .limit(MOST_BOXES)
                        .toList(),
                alert.looks().subList(Math.max(0, looks - MOST_LOOKS), looks),
                alert.worker(),
                alert.generation(),
                alert.note());
    }
}
