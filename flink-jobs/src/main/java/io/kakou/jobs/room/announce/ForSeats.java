package io.kakou.jobs.room.announce;

import io.kakou.events.ClockStep;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Informed;
import io.kakou.events.NoticeCause;
import io.kakou.events.Part;
import io.kakou.events.SituationPlace;
import io.kakou.events.Transition;
import io.kakou.events.TransitionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** One record for every room that knows of an incident, with why that room is told. */
public final class ForSeats implements FlatMapFunction<Incident, AtSeat> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(Incident incident, Collector<AtSeat> out) {
        reasons(incident).forEach((room, reasons) -> out.collect(new AtSeat(room, brief(incident, reasons), null)));
    }

    private static Map<String, List<Reason>> reasons(Incident incident) {
        Map<String, List<Reason>> reasons = new LinkedHashMap<>();
        add(reasons, incident.room(), new Reason(NoticeCause.OPENED, NoticeCause.OPENED.name(), told(incident)));
        for (Informed informed : incident.informed()) {
            if (!informed.room().equals(incident.room())) {
                inform(reasons, informed);
            }
        }
        for (Transition step : incident.transitions()) {
            if (step.kind() == TransitionKind.ESCALATED && step.room() != null) {
                String name = NoticeCause.ESCALATED.name() + "~" + step.cause();
                add(reasons, step.room(), new Reason(NoticeCause.ESCALATED, name, step.at()));
            }
        }
        return reasons;
    }

    /** A room above is told by the step of the ladder that leads to it. */
    private static void inform(Map<String, List<Reason>> reasons, Informed informed) {
        switch (informed.as()) {
            case SECOND_OWNER -> add(reasons, informed.room(), reason(NoticeCause.SECOND_OWNER, informed));
            case NEIGHBOUR, UNKNOWN -> add(reasons, informed.room(), reason(NoticeCause.NEIGHBOUR, informed));
            case SUPERIOR -> reasons.computeIfAbsent(informed.room(), room -> new ArrayList<>());
        }
    }

    private static Reason reason(NoticeCause cause, Informed informed) {
        return new Reason(cause, cause.name(), informed.at());
    }

    private static void add(Map<String, List<Reason>> reasons, String room, Reason reason) {
        reasons.computeIfAbsent(room, any -> new ArrayList<>()).add(reason);
    }

    /** The look that decided: the first moment at which a room could know. */
    private static Instant told(Incident incident) {
        return incident.transitions().stream()
                .filter(step -> step.kind() == TransitionKind.OPENED)
                .map(Transition::at)
                .findFirst()
                .orElse(incident.openedAt());
    }

    private static SeatIncident brief(Incident incident, List<Reason> reasons) {
        return new SeatIncident(
                incident.id(),
                incident.kind(),
                incident.area(),
                incident.road(),
                cameras(incident),
                Math.max(1, incident.parts().size()),
                incident.state(),
                incident.openedAt(),
                incident.updatedAt(),
                incident.version(),
                isReleased(incident),
                isOverdue(incident),
                reasons);
    }

    private static List<String> cameras(Incident incident) {
        Stream<String> ofParts = incident.parts().stream().flatMap(part -> part.cameras().stream());
        return Stream.concat(Stream.of(incident.camera()), ofParts)
                .filter(camera -> !camera.isEmpty())
                .distinct()
                .limit(SituationPlace.MOST_CAMERAS)
                .toList();
    }

    /** Where releases made room for other transitions, it is taken as present still. */
    private static boolean isReleased(Incident incident) {
        long released = incident.transitions().stream()
                .filter(step -> step.kind() == TransitionKind.RELEASED)
                .count();
        return incident.parts().isEmpty()
                ? released >= incident.alertCount()
                : incident.parts().stream().mapToLong(Part::present).sum() == 0;
    }

    /** Nobody has answered in time: for the incident, or for one of its places. */
    private static boolean isOverdue(Incident incident) {
        return incident.deadlines().stream()
                .anyMatch(deadline -> deadline.step() == ClockStep.RESPOND
                        && deadline.ranOut()
                        && incident.stateOf(deadline) == IncidentState.REPORTED);
    }
}
