package io.kakou.jobs.room.announce;

import io.kakou.events.ClockStep;
import io.kakou.events.Deadline;
import io.kakou.events.DeadlineState;
import io.kakou.events.EventKind;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Informed;
import io.kakou.events.Part;
import io.kakou.events.Transition;
import io.kakou.events.TransitionKind;
import io.kakou.jobs.room.Alerts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Incidents as the topic carries them, told by what matters to a seat; times are seconds after noon. */
final class Told {
    static final String ROOM = "pengbu-room";

    private final EventKind kind;
    private final String camera;
    private final Instant at;
    private final String id;
    private IncidentState state = IncidentState.REPORTED;
    private long version = 1;
    private boolean overdue;
    private @Nullable String area;
    private @Nullable String road;
    private List<Part> parts = List.of();
    private List<Informed> informed = List.of();
    private final List<Transition> steps = new ArrayList<>();

    private Told(EventKind kind, String camera, double seconds) {
        this.kind = kind;
        this.camera = camera;
        this.at = Alerts.noonPlus(seconds);
        this.id = Incident.id(camera + "~" + kind.name(), at, "a-" + at.toEpochMilli());
        steps.add(Transition.of(id, TransitionKind.OPENED, state, at, "a1"));
    }

    static Told of(EventKind kind, String camera, double seconds) {
        return new Told(kind, camera, seconds);
    }

    static Told water(String camera, double seconds) {
        return of(EventKind.WATERLOGGING, camera, seconds);
    }

    static Told child(String camera, double seconds) {
        return of(EventKind.LOST_CHILD, camera, seconds);
    }

    static Told lift(String camera, double seconds) {
        return of(EventKind.EBIKE_IN_LIFT, camera, seconds);
    }

    Told in(String named) {
        area = named;
        return this;
    }

    Told along(String named) {
        road = named;
        return this;
    }

    /** Seen by so many cameras of the road, each a place of its own. */
    Told seenBy(int cameras) {
        parts = IntStream.range(0, cameras)
                .mapToObj(i -> new Part(
                        "part-" + i, camera + "-" + i, List.of(camera + "-" + i), null, state, null, at, at, 1))
                .toList();
        version++;
        return this;
    }

    Told is(IncidentState next) {
        state = next;
        version++;
        return this;
    }

    Told released() {
        steps.add(Transition.of(id, TransitionKind.RELEASED, state, at, "a1"));
        version++;
        return this;
    }

    Told overdue() {
        overdue = true;
        version++;
        return this;
    }

    Told informing(Informed room) {
        informed = List.of(room);
        return this;
    }

    Told escalatedTo(String room, double seconds) {
        steps.add(new Transition(
                "t-" + steps.size(),
                TransitionKind.ESCALATED,
                state,
                Alerts.noonPlus(seconds),
                "RESPOND/" + steps.size(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                room));
        version++;
        return this;
    }

    Incident incident() {
        Deadline respond = new Deadline(
                ClockStep.RESPOND, at.plusSeconds(60), null, overdue ? DeadlineState.OVERDUE : DeadlineState.RUNNING);
        return new Incident(
                id,
                kind,
                Incident.mergeKeyOf(id),
                area,
                ROOM,
                camera,
                null,
                state,
                at,
                at,
                version,
                1,
                List.of(),
                List.copyOf(steps),
                null,
                List.of(respond),
                road,
                parts,
                informed,
                null);
    }
}
