package io.kakou.console.rounds;

import io.kakou.console.areas.AreaMap;
import io.kakou.events.Area;
import io.kakou.events.Incident;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which room answers for an area: its own, else that of the nearest area above. */
final class Rooms {
    private final Map<String, Area> areas = new HashMap<>();

    Rooms(AreaMap map) {
        map.all().forEach(area -> areas.put(area.id(), area));
    }

    String of(@Nullable String area) {
        Area at = area == null ? null : areas.get(area);
        for (int steps = 0; at != null && steps <= areas.size(); steps++) {
            if (at.room() != null) {
                return at.room();
            }
            at = at.parent() == null ? null : areas.get(at.parent());
        }
        return Incident.NO_ROOM;
    }
}
