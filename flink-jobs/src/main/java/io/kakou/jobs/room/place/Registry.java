package io.kakou.jobs.room.place;

import io.kakou.events.ClockProfile;
import io.kakou.events.Duty;
import io.kakou.events.Road;
import io.kakou.events.SecondOwner;
import io.kakou.events.WorkCalendar;
import io.kakou.jobs.room.ground.AreaTree;
import io.kakou.jobs.room.ground.Ground;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the registry says, by id, laid out for being asked. It is laid out when it is asked, not when it changes: a
 * thousand changes in a row cost as one, and a change of a rota leaves the areas as they lie.
 */
final class Registry {
    private final Map<String, Ground> areas = new TreeMap<>();
    private final Map<String, ClockProfile> profiles = new TreeMap<>();
    private final Map<String, Road> streets = new TreeMap<>();
    private final Map<String, WorkCalendar> calendars = new TreeMap<>();
    private final Map<String, Duty> duties = new TreeMap<>();
    private final Map<String, SecondOwner> others = new TreeMap<>();
    private final double borderMetres;
    private @Nullable AreaTree tree;
    private @Nullable Clocks clocks;
    private @Nullable Roads roads;
    private @Nullable Router router;

    Registry(double borderMetres) {
        this.borderMetres = borderMetres;
    }

    void take(RegistryEntry entry) {
        String key = entry.key();
        router = RegistryKind.of(key) == RegistryKind.OTHER ? router : null;
        switch (RegistryKind.of(key)) {
            case AREA -> {
                tree = null;
                put(areas, key, entry.area() == null ? null : Ground.of(entry.area()));
            }
            case CLOCK -> {
                clocks = null;
                put(profiles, key, entry.clock());
            }
            case ROAD -> {
                roads = null;
                put(streets, key, entry.road());
            }
            case CALENDAR -> put(calendars, key.substring(WorkCalendar.KEY.length()), entry.calendar());
            case DUTY -> put(duties, key.substring(Duty.KEY.length()), entry.duty());
            case SECOND_OWNER -> put(others, key, entry.second());
            case OTHER -> {}
        }
    }

    private static <T> void put(Map<String, T> known, String id, @Nullable T value) {
        if (value == null) {
            known.remove(id);
        } else {
            known.put(id, value);
        }
    }

    /** As everything is now; the same one until something changes. */
    Router router() {
        if (router == null) {
            router = new Router(this, borderMetres);
        }
        return router;
    }

    AreaTree tree() {
        if (tree == null) {
            tree = AreaTree.of(areas.values());
        }
        return tree;
    }

    Clocks clocks() {
        if (clocks == null) {
            clocks = Clocks.of(profiles.values());
        }
        return clocks;
    }

    Roads roads() {
        if (roads == null) {
            roads = Roads.of(streets.values());
        }
        return roads;
    }

    Rota rota() {
        return new Rota(duties, calendars);
    }

    /** By their ids. */
    List<SecondOwner> seconds() {
        return List.copyOf(others.values());
    }
}
