package io.kakou.jobs.room.place;

import io.kakou.events.Duty;
import io.kakou.events.WorkCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rooms are staffed at a time, and the calendars by which that is said. */
final class Rota {
    /** Monday to Friday: for a rota without a calendar, or with one that nobody knows. */
    private static final WorkCalendar WEEKDAYS =
            new WorkCalendar("weekdays", WorkCalendar.ZONE, List.of(), List.of(), List.of());

    private final Map<String, Duty> byRoom;
    private final Map<String, WorkCalendar> calendars;

    Rota(Map<String, Duty> byRoom, Map<String, WorkCalendar> calendars) {
        this.byRoom = Map.copyOf(byRoom);
        this.calendars = Map.copyOf(calendars);
    }

    /** A room without a rota is staffed always. */
    boolean isStaffed(String room, Instant at) {
        Duty duty = byRoom.get(room);
        if (duty == null) {
            return true;
        }
        WorkCalendar worked = calendar(duty.calendar());
        return duty.at(at, worked == null ? WEEKDAYS : worked).isPresent();
    }

    /** Null where none is named, or nobody knows the one that is. */
    @Nullable
    WorkCalendar calendar(@Nullable String id) {
        return id == null ? null : calendars.get(id);
    }
}
