package io.kakou.console.registry;

import io.kakou.events.ClockProfile;
import io.kakou.events.Duty;
import io.kakou.events.Road;
import io.kakou.events.SecondOwner;
import io.kakou.events.WorkCalendar;
import java.util.EnumSet;
import java.util.Set;

/** What a record of the registry is. Areas have a table of their own. */
public enum Kind {
    ROAD("roads", Road.KEY, Road.class),
    CLOCK("clocks", ClockProfile.KEY, ClockProfile.class),
    CALENDAR("calendars", WorkCalendar.KEY, WorkCalendar.class),
    DUTY("duties", Duty.KEY, Duty.class),
    SECOND_OWNER("secondOwners", SecondOwner.KEY, SecondOwner.class);

    private final String section;
    private final String beginning;
    private final Class<? extends Record> type;

    Kind(String section, String beginning, Class<? extends Record> type) {
        this.section = section;
        this.beginning = beginning;
        this.type = type;
    }

    /** Those of {@code rooms.yml}. */
    static Set<Kind> ofRooms() {
        return EnumSet.complementOf(EnumSet.of(ROAD));
    }

    /** Its list in a file. */
    public String section() {
        return section;
    }

    /** What its keys on the topic begin with. */
    public String beginning() {
        return beginning;
    }

    Class<? extends Record> type() {
        return type;
    }
}
