package io.kakou.jobs.room.incident;

import io.kakou.events.ActedBy;
import io.kakou.events.Action;
import io.kakou.events.ActionKind;
import io.kakou.events.AlertPhase;
import io.kakou.events.ClockProfile;
import io.kakou.events.Incident;
import io.kakou.events.Part;
import io.kakou.jobs.room.Alerts;
import io.kakou.jobs.room.place.RoutedAlert;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The road {@code tiancheng} with the cameras c0 to c9 along it, told by the numbers of its cameras. */
final class WetRoad {
    static final String KEY = "road~tiancheng~WATERLOGGING";

    private WetRoad() {}

    static RoutedAlert rises(int camera, double seconds) {
        return routed(camera, AlertPhase.RAISED, seconds, seconds);
    }

    static RoutedAlert falls(int camera, double raisedSeconds, double seconds) {
        return routed(camera, AlertPhase.RELEASED, raisedSeconds, seconds);
    }

    private static RoutedAlert routed(int camera, AlertPhase phase, double onset, double at) {
        String id = "w" + camera + "-" + Math.round(onset);
        List<String> beside = IntStream.of(camera - 1, camera + 1)
                .filter(each -> each >= 0 && each <= 9)
                .mapToObj(each -> "c" + each)
                .toList();
        return new RoutedAlert(
                Alerts.water("c" + camera, id, phase, onset, at),
                Alerts.noonPlus(at).toEpochMilli(),
                "grid-4",
                "pengbu-room",
                ClockProfile.DEFAULT,
                null,
                List.of(),
                List.of(),
                "tiancheng",
                beside);
    }

    static Action action(Incident incident, String id, ActionKind kind, double seconds, List<Part> parts) {
        return action(incident, id, kind, seconds, parts, null, null, List.of());
    }

    static Action action(
            Incident incident,
            String id,
            ActionKind kind,
            double seconds,
            List<Part> parts,
            @Nullable Instant until,
            @Nullable String other,
            List<Part> taken) {
        return new Action(
                id,
                incident.id(),
                kind,
                "operator-3",
                Alerts.noonPlus(seconds),
                1,
                kind == ActionKind.DISPATCH ? "unit-" + id : null,
                kind == ActionKind.REJECT ? "puddle" : null,
                kind == ActionKind.REJECT ? false : null,
                kind == ActionKind.SUSPEND ? "等待排水公司" : null,
                parts.stream().map(Part::id).toList(),
                ActedBy.ROOM,
                null,
                until,
                other,
                taken);
    }
}
