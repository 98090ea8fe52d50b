package io.kakou.app.console;

import io.kakou.console.Seed;
import io.kakou.console.incidents.Unit;
import io.kakou.events.Action;
import io.kakou.events.ActionKind;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.Area;
import io.kakou.events.AreaLevel;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.ClockStep;
import io.kakou.events.Deadline;
import io.kakou.events.DeadlineState;
import io.kakou.events.EventKind;
import io.kakou.events.Health;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.LabelledBox;
import io.kakou.events.Point;
import io.kakou.events.Polygon;
import io.kakou.events.Ring;
import io.kakou.events.Stage;
import io.kakou.events.Transition;
import io.kakou.events.TransitionKind;
import io.kakou.events.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two streets of one district, a lift camera in each, and what happens there. */
final class Street {
    static final Seed SEED = new Seed(
            List.of(
                    area("shangcheng", "上城区", AreaLevel.DISTRICT, null, 120.0, 121.0),
                    area("pengbu", "彭埠街道", AreaLevel.STREET, "shangcheng", 120.2, 120.3),
                    area("jianqiao", "笕桥街道", AreaLevel.STREET, "shangcheng", 120.4, 120.5)),
            List.of(
                    new Unit("patrol-1", "巡逻一组", "pengbu", null),
                    new Unit("patrol-2", "巡逻二组", "jianqiao", "0571-8601")),
            List.of(camera("lift-1", "新塘苑1幢电梯", 120.21), camera("lift-2", "笕桥2幢电梯", 120.41)));

    private Street() {}

    static Incident incident(String area, String camera, String alert, Instant at) {
        String mergeKey = camera + "~EBIKE_IN_LIFT";
        String id = Incident.id(mergeKey, at, alert);
        Transition opened = Transition.of(id, TransitionKind.OPENED, IncidentState.REPORTED, at, alert);
        return new Incident(
                id,
                EventKind.EBIKE_IN_LIFT,
                mergeKey,
                area,
                "room-" + area,
                camera,
                new Point(120.21, 30.25),
                IncidentState.REPORTED,
                at,
                at,
                1,
                1,
                List.of(alert(alert, camera, at)),
                List.of(opened),
                null,
                List.of(Deadline.running(ClockStep.RESPOND, at.plusSeconds(60))));
    }

    /** The same incident after another transition. */
    static Incident moved(Incident incident, IncidentState state, String cause) {
        Instant at = incident.updatedAt().plusSeconds(1);
        return with(incident, Transition.of(incident.id(), TransitionKind.ACTED, state, at, cause), incident.unit());
    }

    /** The same incident once somebody has sent a unit. */
    static Incident dispatched(Incident incident, String user, String unit) {
        Action action = new Action(
                "dispatch-" + incident.alerts().get(0).id() + "-" + incident.version(),
                incident.id(),
                ActionKind.DISPATCH,
                user,
                incident.updatedAt().plusSeconds(1),
                incident.version(),
                unit,
                null,
                null,
                null);
        return with(incident, Transition.acted(action, IncidentState.DISPATCHED), unit);
    }

    /** The same incident once a unit is there, its arrival in time. */
    static Incident arrived(Incident incident, Action action) {
        Incident moved = with(incident, Transition.acted(action, IncidentState.ON_SITE), action.unit());
        Deadline arrival =
                new Deadline(ClockStep.ARRIVE, incident.openedAt().plusSeconds(180), action.at(), DeadlineState.KEPT);
        return new Incident(
                moved.id(),
                moved.kind(),
                moved.mergeKey(),
                moved.area(),
                moved.room(),
                moved.camera(),
                moved.place(),
                moved.state(),
                moved.openedAt(),
                moved.updatedAt(),
                moved.version(),
                moved.alertCount(),
                moved.alerts(),
                moved.transitions(),
                moved.unit(),
                List.of(arrival));
    }

    private static Incident with(Incident incident, Transition step, @Nullable String unit) {
        List<Transition> transitions = new ArrayList<>(incident.transitions());
        transitions.add(step);
        return new Incident(
                incident.id(),
                incident.kind(),
                incident.mergeKey(),
                incident.area(),
                incident.room(),
                incident.camera(),
                incident.place(),
                step.state(),
                incident.openedAt(),
                step.at(),
                incident.version() + 1,
                incident.alertCount(),
                incident.alerts(),
                transitions,
                unit,
                incident.deadlines());
    }

    static Health health(String camera, Stage stage, Instant at) {
        return new Health(
                camera,
                stage,
                at,
                at,
                null,
                null,
                "worker-1",
                1,
                List.of(EventKind.EBIKE_IN_LIFT),
                List.of(),
                null,
                List.of());
    }

    /** Looked at all the same: its clock is wrong and runs fast, and its encoder skips keyframes. */
    static Health adjustable(String camera, Instant at) {
        return new Health(
                camera,
                Stage.LOOKING,
                at,
                at,
                null,
                95.2,
                "worker-1",
                1,
                List.of(EventKind.EBIKE_IN_LIFT),
                List.of(),
                41.7,
                List.of(
                        "that looks like a smart codec (H.264+, H.265+, Smart Stream): switch it off",
                        "its clock is 95.2 s from ours: give it a time server (NTP)"));
    }

    private static Alert alert(String id, String camera, Instant at) {
        return new Alert(
                id,
                AlertPhase.RAISED,
                EventKind.EBIKE_IN_LIFT,
                "two-wheeler",
                "ebike-in-lift/1",
                camera,
                new Point(120.21, 30.25),
                null,
                at,
                at,
                0.83,
                List.of(new LabelledBox("bicycle", 0.83, 0.25, 0.375, 0.75, 1)),
                List.of("f-100"),
                "worker-1",
                1);
    }

    private static Camera camera(String id, String name, double longitude) {
        return new Camera(
                id,
                name,
                CameraKind.LIFT,
                new Point(longitude, 30.25),
                null,
                null,
                "rtsp://127.0.0.1:1/" + id,
                List.of(Zone.whole("cabin")),
                List.of(EventKind.EBIKE_IN_LIFT));
    }

    private static Area area(
            String id, String name, AreaLevel level, @Nullable String parent, double west, double east) {
        Ring ring = new Ring(
                List.of(new Point(west, 30.2), new Point(east, 30.2), new Point(east, 30.3), new Point(west, 30.3)));
        return new Area(id, name, level, parent, "room-" + id, List.of(new Polygon(List.of(ring))));
    }
}
