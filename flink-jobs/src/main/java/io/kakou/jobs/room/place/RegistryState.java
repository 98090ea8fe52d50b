package io.kakou.jobs.room.place;

import io.kakou.events.Area;
import io.kakou.events.ClockProfile;
import io.kakou.events.Duty;
import io.kakou.events.Road;
import io.kakou.events.SecondOwner;
import io.kakou.events.WorkCalendar;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/** What {@link FindRoom} keeps of the registry: one broadcast state a kind, by the records' keys. */
public final class RegistryState {
    /** By partition, the offset to be read next. */
    static final MapStateDescriptor<Integer, Long> READ = new MapStateDescriptor<>("read", Types.INT, Types.LONG);

    private static final MapStateDescriptor<String, Area> AREAS = state("areas", Area.class);
    private static final MapStateDescriptor<String, ClockProfile> CLOCKS = state("clocks", ClockProfile.class);
    private static final MapStateDescriptor<String, Road> ROADS = state("roads", Road.class);
    private static final MapStateDescriptor<String, WorkCalendar> CALENDARS = state("calendars", WorkCalendar.class);
    private static final MapStateDescriptor<String, Duty> DUTIES = state("duties", Duty.class);
    private static final MapStateDescriptor<String, SecondOwner> SECONDS = state("second-owners", SecondOwner.class);

    /** Where a state is had from; the contexts that give them share no type that says so. */
    interface States {
        <V> BroadcastState<String, V> of(MapStateDescriptor<String, V> state);
    }

    /** The same, only to be read. */
    interface ReadOnlyStates {
        <V> ReadOnlyBroadcastState<String, V> of(MapStateDescriptor<String, V> state);
    }

    private RegistryState() {}

    /** All of them, as the registry's stream is to be broadcast with. */
    public static MapStateDescriptor<?, ?>[] all() {
        return new MapStateDescriptor<?, ?>[] {READ, AREAS, CLOCKS, ROADS, CALENDARS, DUTIES, SECONDS};
    }

    private static <V> MapStateDescriptor<String, V> state(String name, Class<V> type) {
        return new MapStateDescriptor<>(name, Types.STRING, TypeInformation.of(type));
    }

    static void keep(RegistryEntry entry, States states) throws Exception {
        switch (RegistryKind.of(entry.key())) {
            case AREA -> keep(entry.key(), entry.area(), states.of(AREAS));
            case CLOCK -> keep(entry.key(), entry.clock(), states.of(CLOCKS));
            case ROAD -> keep(entry.key(), entry.road(), states.of(ROADS));
            case CALENDAR -> keep(entry.key(), entry.calendar(), states.of(CALENDARS));
            case DUTY -> keep(entry.key(), entry.duty(), states.of(DUTIES));
            case SECOND_OWNER -> keep(entry.key(), entry.second(), states.of(SECONDS));
            case OTHER -> {}
        }
    }

    private static <V> void keep(String key, @Nullable V value, BroadcastState<String, V> kept) throws Exception {
        if (value == null) {
            kept.remove(key);
        } else {
            kept.put(key, value);
        }
    }

    /** Everything kept, into a registry that knows nothing yet. */
    static void load(Registry into, ReadOnlyStates states) throws Exception {
        RegistryEntry entry = RegistryEntry.nothing(0, 0);
        for (Map.Entry<String, Area> each : states.of(AREAS).immutableEntries()) {
            into.take(entry.with(each.getValue()));
        }
        for (Map.Entry<String, ClockProfile> each : states.of(CLOCKS).immutableEntries()) {
            into.take(entry.with(each.getValue()));
        }
        for (Map.Entry<String, Road> each : states.of(ROADS).immutableEntries()) {
            into.take(entry.with(each.getValue()));
        }
        for (Map.Entry<String, WorkCalendar> each : states.of(CALENDARS).immutableEntries()) {
            into.take(entry.with(each.getValue()));
        }
        for (Map.Entry<String, Duty> each : states.of(DUTIES).immutableEntries()) {
            into.take(entry.with(each.getValue()));
        }
        for (Map.Entry<String, SecondOwner> each : states.of(SECONDS).immutableEntries()) {
            into.take(entry.with(each.getValue()));
        }
    }
}
