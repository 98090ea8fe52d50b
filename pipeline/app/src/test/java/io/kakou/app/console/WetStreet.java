package io.kakou.app.console;

import io.kakou.events.ClockStep;
import io.kakou.events.Deadline;
import io.kakou.events.EventKind;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Informed;
import io.kakou.events.InformedAs;
import io.kakou.events.Part;
import io.kakou.events.Point;
import io.kakou.events.Transition;
import io.kakou.events.TransitionKind;
import java.time.Instant;
import java.util.List;

/** A road under water at two places, each with a clock of its own, whose other end is the neighbour's. */
final class WetStreet {
    private WetStreet() {}

    static Incident incident(String road, Instant at) {
        String mergeKey = "road-" + road + "~WATERLOGGING";
        String id = Incident.id(mergeKey, at, "water-1");
        return new Incident(
                id,
                EventKind.WATERLOGGING,
                mergeKey,
                "pengbu",
                "room-pengbu",
                "lift-1",
                new Point(120.21, 30.25),
                IncidentState.REPORTED,
                at,
                at,
                1,
                2,
                List.of(),
                List.of(Transition.of(id, TransitionKind.OPENED, IncidentState.REPORTED, at, "water-1")),
                null,
                List.of(due("part-1", at, 60), due("part-2", at, 180)),
                road,
                List.of(part("part-1", "lift-1", at), part("part-2", "lift-2", at)),
                List.of(new Informed("room-jianqiao", InformedAs.NEIGHBOUR, at, "pengbu")),
                null);
    }

    private static Deadline due(String part, Instant at, long seconds) {
        return Deadline.running(ClockStep.RESPOND, at.plusSeconds(seconds)).ofPart(part);
    }

    private static Part part(String id, String camera, Instant at) {
        return new Part(id, camera, List.of(camera), new Point(120.21, 30.25), IncidentState.REPORTED, null, at, at, 1);
    }
}
