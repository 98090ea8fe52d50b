package io.kakou.jobs.room.place;

import io.kakou.events.Alert;
import io.kakou.events.ClockProfile;
import io.kakou.events.Id;
import io.kakou.events.Informed;
import io.kakou.events.WorkCalendar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert and who answers for its place.
 *
 * @param area the deepest area that holds it, or null
 * @param room the room, or {@link io.kakou.events.Incident#NO_ROOM}
 * @param clock the profile that holds for it now
 * @param calendar the calendar that the profile names, or null
 * @param informed rooms that are told besides: neighbours across a border, second owners
 * @param above the staffed rooms above that room, nearest first: up there a ladder leads
 * @param road the road that the camera stands on, or null where it stands on none or its kind is not merged along one
 * @param beside cameras that stand next to it along the road, on either side
 */
public record RoutedAlert(
        Alert alert,
        long loggedAt,
        @Nullable String area,
        String room,
        ClockProfile clock,
        @Nullable WorkCalendar calendar,
        List<Informed> informed,
        List<String> above,
        @Nullable String road,
        List<String> beside) {
    /** Of which the subject is a plate. */
    private static final String TRUCK_RULE = "truck-compliance/";

    public RoutedAlert {
        informed = List.copyOf(informed);
        above = List.copyOf(above);
        beside = List.copyOf(beside);
    }

    /** Of a place that one room knows of, on no road. */
    public RoutedAlert(Alert alert, long loggedAt, @Nullable String area, String room, ClockProfile clock) {
        this(alert, loggedAt, area, room, clock, null, List.of(), List.of(), null, List.of());
    }

    /**
     * What alerts must share to be one incident: the road, or else the camera, and the kind; what the papers say of a truck
     * is one along its way, by its plate. A road's and a truck's have a part more, so that no camera's name is taken for one.
     */
    public String mergeKey() {
        if (alert.rule().startsWith(TRUCK_RULE)) {
            return "truck~" + Id.hash(alert.subject()) + "~" + alert.kind().name();
        }
        String where = road == null ? alert.camera() : "road~" + road;
        return where + "~" + alert.kind().name();
    }
}
