package io.kakou.jobs.room;

import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.EventKind;
import io.kakou.events.LabelledBox;
import io.kakou.events.Point;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alerts of one lift camera, told by what matters to the room. */
public final class Alerts {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final Point IN_GRID = new Point(120.21, 30.28);

    private Alerts() {}

    public static Alert raised(String id, double onsetSeconds) {
        return alert(id, AlertPhase.RAISED, onsetSeconds, onsetSeconds + 3);
    }

    /** The release of an alert that began at {@code onsetSeconds}. */
    public static Alert released(String id, double onsetSeconds, double atSeconds) {
        return alert(id, AlertPhase.RELEASED, onsetSeconds, atSeconds);
    }

    public static Alert alert(String id, AlertPhase phase, double onsetSeconds, double atSeconds) {
        return new Alert(
                id,
                phase,
                EventKind.EBIKE_IN_LIFT,
                "two-wheeler",
                "ebike-in-lift/1",
                "lift-7",
                IN_GRID,
                null,
                noonPlus(atSeconds),
                noonPlus(onsetSeconds),
                0.83,
                List.of(new LabelledBox("bicycle", 0.83, 0.2, 0.3, 0.6, 0.9)),
                List.of("f-1"),
                "worker-1",
                1);
    }

    /** A beginning at another camera. */
    public static Alert at(String camera, String id, double onsetSeconds) {
        Alert alert = raised(id, onsetSeconds);
        return new Alert(
                id,
                alert.phase(),
                alert.kind(),
                alert.subject(),
                alert.rule(),
                camera,
                alert.place(),
                alert.road(),
                alert.at(),
                alert.onset(),
                alert.score(),
                alert.boxes(),
                alert.looks(),
                alert.worker(),
                alert.generation());
    }

    /** Water at a road's camera. */
    public static Alert water(String camera, String id, AlertPhase phase, double onsetSeconds, double atSeconds) {
        return new Alert(
                id,
                phase,
                EventKind.WATERLOGGING,
                "water",
                "waterlogging/1",
                camera,
                IN_GRID,
                null,
                noonPlus(atSeconds),
                noonPlus(onsetSeconds),
                0.9,
                List.of(),
                List.of("f-1"),
                "worker-1",
                1);
    }

    public static Alert at(@Nullable Point place) {
        return of("lift-7", EventKind.EBIKE_IN_LIFT, place);
    }

    public static Alert of(String camera, EventKind kind, @Nullable Point place) {
        return of(camera, kind, place, noonPlus(3));
    }

    public static Alert of(String camera, EventKind kind, @Nullable Point place, Instant at) {
        Alert alert = raised("a1", 0);
        return new Alert(
                alert.id(),
                alert.phase(),
                kind,
                alert.subject(),
                alert.rule(),
                camera,
                place,
                alert.road(),
                at,
                at,
                alert.score(),
                alert.boxes(),
                alert.looks(),
                alert.worker(),
                alert.generation());
    }

    public static Instant noonPlus(double seconds) {
        return NOON.plusMillis(Math.round(seconds * 1000));
    }

    public static long logged(Alert alert) {
        return alert.at().toEpochMilli();
    }
}
