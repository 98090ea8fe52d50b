package io.kakou.jobs.room.incident;

import io.kakou.events.Action;
import io.kakou.events.Alert;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Transition;
import io.kakou.events.TransitionKind;
import io.kakou.jobs.room.place.RoutedAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * An incident and what must be known to go on with it.
 *
 * @param actions ids of the newest actions taken or refused, {@value #MOST_ACTIONS} at most: one that comes again is known
 * @param present ids of its alerts that are not released yet; none left: the incident is released
 * @param lastAlertAt recorded time of its newest alert
 * @param forgetAt when the state may go, on the log's time line, epoch milliseconds
 */
public record Followed(
        Incident incident, List<String> present, List<String> actions, Instant lastAlertAt, long forgetAt) {
    /** A ceiling, so that no incident and no state grows for ever; the next alert opens a new one. */
    static final int MOST_JOINED = 500;

    static final int MOST_ACTIONS = 128;

    private static final int MOST_BOXES = 8;
    private static final int MOST_LOOKS = 8;

    public Followed {
        present = List.copyOf(present);
        actions = List.copyOf(actions);
    }

    /** @param at the look that decided: the first moment at which a room could know; its clock starts then */
    static Followed open(RoutedAlert routed, Instant at) {
        Alert alert = routed.alert();
        String mergeKey = routed.mergeKey();
        String id = Incident.id(mergeKey, alert.onset(), alert.id());
        Transition opened = Transition.of(id, TransitionKind.OPENED, IncidentState.REPORTED, at, alert.id());
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
                routed.clock().deadlines(at));
        return new Followed(incident, List.of(alert.id()), List.of(), at, 0);
    }

    boolean knows(Alert alert) {
        return present.contains(alert.id())
                || incident.alerts().stream().anyMatch(known -> known.id().equals(alert.id()));
    }

    boolean isReleased() {
        return present.isEmpty();
    }

    /** Whether an alert that begins now is of the same event. */
    boolean takes(Alert alert, double joinSeconds) {
        double quiet = Duration.between(lastAlertAt, alert.onset()).toNanos() / 1e9;
        return !isReleased() && isOpen() && quiet <= joinSeconds && incident.alertCount() < MOST_JOINED;
    }

    Followed join(Alert alert) {
        List<Alert> alerts = Stream.concat(incident.alerts().stream(), Stream.of(brief(alert)))
                .limit(Incident.MOST_ALERTS)
                .toList();
        List<String> nowPresent =
                Stream.concat(present.stream(), Stream.of(alert.id())).toList();
        Incident joined = Draft.of(incident)
                .alerts(alerts, incident.alertCount() + 1)
                .step(step(TransitionKind.JOINED, alert))
                .done();
        Instant newest = lastAlertAt.isAfter(alert.at()) ? lastAlertAt : alert.at();
        return new Followed(joined, nowPresent, actions, newest, forgetAt);
    }

    Followed release(Alert alert) {
        List<String> stillPresent =
                present.stream().filter(id -> !id.equals(alert.id())).toList();
        Incident released =
                Draft.of(incident).step(step(TransitionKind.RELEASED, alert)).done();
        return new Followed(released, stillPresent, actions, lastAlertAt, forgetAt);
    }

    boolean hasSeen(Action action) {
        return actions.contains(action.id());
    }

    Followed seen(Action action) {
        List<String> all =
                Stream.concat(actions.stream(), Stream.of(action.id())).toList();
        List<String> newest = all.subList(Math.max(0, all.size() - MOST_ACTIONS), all.size());
        return new Followed(incident, present, newest, lastAlertAt, forgetAt);
    }

    Followed with(Incident changed) {
        return new Followed(changed, present, actions, lastAlertAt, forgetAt);
    }

    Followed keptUntil(long millis) {
        return new Followed(incident, present, actions, lastAlertAt, millis);
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
                alert.generation());
    }
}
