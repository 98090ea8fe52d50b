package io.kakou.console.areas;

import static java.util.Comparator.comparingInt;

import io.kakou.events.Area;
import io.kakou.events.Incident;
import io.kakou.events.Point;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The area tree at one moment. */
public final class AreaMap {
    private final Map<String, Area> areas = new LinkedHashMap<>();

    public AreaMap(Collection<Area> areas) {
        areas.forEach(area -> this.areas.put(area.id(), area));
    }

    public List<Area> all() {
        return List.copyOf(areas.values());
    }

    /** The smallest area that holds the place. */
    public Optional<Area> at(@Nullable Point place) {
        return place == null
                ? Optional.empty()
                : areas.values().stream().filter(area -> area.contains(place)).max(comparingInt(this::depth));
    }

    /** The name people know it by; the id where there is none. */
    public @Nullable String name(@Nullable String area) {
        Area known = area == null ? null : areas.get(area);
        return known == null ? area : known.name();
    }

    /** A room is called after the largest area it answers for. */
    public String roomName(String room) {
        if (room.equals(Incident.NO_ROOM)) {
            return "未分配 unassigned";
        }
        return areas.values().stream()
                .filter(area -> room.equals(area.room()))
                .min(comparingInt(this::depth))
                .map(area -> area.name() + "指挥室")
                .orElse(room);
    }

    /** The areas themselves and all below them. */
    Set<String> below(Collection<String> roots) {
        Set<String> found = new HashSet<>(roots);
        found.retainAll(areas.keySet());
        boolean grew = !found.isEmpty();
        while (grew) {
            grew = areas.values().stream()
                    .filter(area -> area.parent() != null && found.contains(area.parent()))
                    .map(Area::id)
                    .toList()
                    .stream()
                    .map(found::add)
                    .reduce(false, Boolean::logicalOr);
        }
        return found;
    }

    /** The rooms that answer for what the scope sees, of an area without one the nearest above; and those named in it. */
    public Set<String> rooms(Scope scope) {
        Set<String> rooms = new HashSet<>(scope.rooms());
        for (Area each : areas.values()) {
            if (scope.sees(each.id())) {
                String room = roomAbove(each);
                if (room != null) {
                    rooms.add(room);
                }
            }
        }
        return rooms;
    }

    private @Nullable String roomAbove(Area from) {
        Area at = from;
        for (int steps = 0; at != null && at.room() == null && steps < areas.size(); steps++) {
            at = at.parent() == null ? null : areas.get(at.parent());
        }
        return at == null ? null : at.room();
    }

    private int depth(Area area) {
        int depth = 0;
        Area at = area;
        while (at != null && at.parent() != null && depth < areas.size()) {
            at = areas.get(at.parent());
            depth++;
        }
        return depth;
    }
}
