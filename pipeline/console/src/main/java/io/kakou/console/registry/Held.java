package io.kakou.console.registry;

import io.kakou.events.ClockProfile;
import io.kakou.events.Duty;
import io.kakou.events.Road;
import io.kakou.events.SecondOwner;
import io.kakou.events.WorkCalendar;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Records of the registry, by kind. */
public record Held(
        List<Road> roads,
        List<ClockProfile> clocks,
        List<WorkCalendar> calendars,
        List<Duty> duties,
        List<SecondOwner> secondOwners) {
    public static final Held NOTHING = new Held(List.of(), List.of(), List.of(), List.of(), List.of());

    public Held {
        roads = List.copyOf(roads);
        clocks = List.copyOf(clocks);
        calendars = List.copyOf(calendars);
        duties = List.copyOf(duties);
        secondOwners = List.copyOf(secondOwners);
    }

    static Held of(Collection<Road> roads) {
        return new Held(List.copyOf(roads), List.of(), List.of(), List.of(), List.of());
    }

    /** The same with the roads of another. */
    public Held withRoadsOf(Held others) {
        return new Held(others.roads, clocks, calendars, duties, secondOwners);
    }

    /** What the topic has to hold of them, by key. */
    Map<String, byte[]> onLog() {
        Map<String, byte[]> told = new TreeMap<>();
        roads.forEach(road -> told.put(road.key(), Json.write(road)));
        clocks.forEach(clock -> told.put(clock.key(), Json.write(clock)));
        calendars.forEach(calendar -> told.put(calendar.key(), Json.write(calendar)));
        duties.forEach(duty -> told.put(duty.key(), Json.write(duty)));
        secondOwners.forEach(second -> told.put(second.key(), Json.write(second)));
        return told;
    }

    /** Out of what was stored by the keys of the topic. */
    static Held read(Map<String, byte[]> stored) {
        Map<String, List<Object>> read = new TreeMap<>();
        stored.forEach((key, json) -> {
            for (Kind kind : Kind.values()) {
                if (key.startsWith(kind.beginning())) {
                    read.computeIfAbsent(kind.beginning(), none -> new ArrayList<>())
                            .add(record(kind, json));
                }
            }
        });
        return new Held(
                of(read, Kind.ROAD, Road.class),
                of(read, Kind.CLOCK, ClockProfile.class),
                of(read, Kind.CALENDAR, WorkCalendar.class),
                of(read, Kind.DUTY, Duty.class),
                of(read, Kind.SECOND_OWNER, SecondOwner.class));
    }

    private static Record record(Kind kind, byte[] json) {
        try {
            return Json.read(kind.type(), json);
        } catch (UnreadableRecord e) {
            throw new IllegalStateException("a record of the registry in the database: " + e.reason(), e);
        }
    }

    private static <T> List<T> of(Map<String, List<Object>> read, Kind kind, Class<T> type) {
        return read.getOrDefault(kind.beginning(), List.of()).stream()
                .map(type::cast)
                .toList();
    }
}
