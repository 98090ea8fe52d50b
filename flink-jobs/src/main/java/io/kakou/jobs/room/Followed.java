package io.kakou.jobs.room;

import io.kakou.events.Alert;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Transition;
import io.kakou.events.TransitionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An incident and what must be known to go on with it.
 *
 * @param present ids of its alerts that are not released yet; none left: the incident is released
 * @param lastAlertAt recorded time of its newest alert
 * @param forgetAt when the state may go, on the log's time line, epoch milliseconds
 */
public record Followed(Incident incident, List<String> present, Instant lastAlertAt, long forgetAt) {
    /** A ceiling, so that no incident and no state grows for ever; the next alert opens a new one. */
    static final int MOST_JOINED = 500;

    private static final int MOST_BOXES = 8;
    private static final int MOST_LOOKS = 8;

    public Followed {
        present = List.copyOf(present);
    }

    static Followed open(RoutedAlert routed, Instant at) {
        Alert alert = routed.alert();
        String mergeKey = CommandRoomJob.mergeKey(alert);
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
                List.of(opened));
        return new Followed(incident, List.of(alert.id()), at, 0);
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
        Incident after = after(TransitionKind.JOINED, alert, alerts, incident.alertCount() + 1);
        return new Followed(after, nowPresent, later(lastAlertAt, alert.at()), forgetAt);
    }

    Followed release(Alert alert) {
        List<String> stillPresent =
                present.stream().filter(id -> !id.equals(alert.id())).toList();
        Incident after = after(TransitionKind.RELEASED, alert, incident.alerts(), incident.alertCount());
        return new Followed(after, stillPresent, lastAlertAt, forgetAt);
    }

    Followed keptUntil(long millis) {
        return new Followed(incident, present, lastAlertAt, millis);
    }

    private Incident after(TransitionKind kind, Alert cause, List<Alert> alerts, long alertCount) {
        Transition step = Transition.of(incident.id(), kind, incident.state(), cause.at(), cause.id());
        return new Incident(
                incident.id(),
                incident.kind(),
                incident.mergeKey(),
                incident.area(),
                incident.room(),
                incident.camera(),
                incident.place(),
                incident.state(),
                incident.openedAt(),
                later(incident.updatedAt(), cause.at()),
                incident.version() + 1,
                alertCount,
                alerts,
                withNewest(incident.transitions(), step));
    }

    /** How it began always stays; past the ceiling the oldest of the others make room. */
    private static List<Transition> withNewest(List<Transition> transitions, Transition step) {
        List<Transition> all = new ArrayList<>(transitions);
        all.add(step);
        if (all.size() > Incident.MOST_TRANSITIONS) {
            all.remove(1);
        }
        return all;
    }

    private boolean isOpen() {
        return switch (incident.state()) {
            case REPORTED, ACCEPTED, DISPATCHED, ON_SITE, UNKNOWN -> true;
            case CLOSED, REJECTED -> false;
        };
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

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
