package io.kakou.console.text;

import static java.util.Comparator.comparing;

import io.kakou.events.Area;
import io.kakou.events.Incident;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What people call a room: after the largest area it answers for, 彭埠街道指挥室. */
public final class RoomNames implements UnaryOperator<String> {
    private final Map<String, String> names = new HashMap<>();

    public RoomNames(Collection<Area> areas) {
        areas.stream()
                .filter(area -> area.room() != null)
                .sorted(comparing(Area::level))
                .forEach(this::put);
    }

    private void put(Area area) {
        if (area.room() != null) {
            names.putIfAbsent(area.room(), area.name() + "指挥室");
        }
    }

    /** A room without an area keeps its id. */
    @Override
    public String apply(String room) {
        return room.equals(Incident.NO_ROOM) ? "未分配 unassigned" : names.getOrDefault(room, room);
    }
}
