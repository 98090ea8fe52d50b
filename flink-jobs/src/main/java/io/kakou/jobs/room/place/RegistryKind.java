package io.kakou.jobs.room.place;

import io.kakou.events.Area;
import io.kakou.events.ClockProfile;
import io.kakou.events.Duty;
import io.kakou.events.Road;
import io.kakou.events.SecondOwner;
import io.kakou.events.WorkCalendar;

/** What a record of the registry is, by its key. */
enum RegistryKind {
    AREA(Area.KEY),
    CLOCK(ClockProfile.KEY),
    ROAD(Road.KEY),
    CALENDAR(WorkCalendar.KEY),
    DUTY(Duty.KEY),
    SECOND_OWNER(SecondOwner.KEY),
    /** Of another reader, or of a newer release. */
    OTHER("");

    private final String beginning;

    RegistryKind(String beginning) {
        this.beginning = beginning;
    }

    /** The first whose beginning the key has; any key has that of {@link #OTHER}. */
    static RegistryKind of(String key) {
        for (RegistryKind kind : values()) {
            if (key.startsWith(kind.beginning)) {
                return kind;
            }
        }
        return OTHER;
    }
}
