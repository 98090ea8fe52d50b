package io.kakou.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the area tree 区 → 街道 → 社区 → 网格; topic {@code registry}, key {@code area~<id>}.
 *
 * @param parent id of the area above, or null at the top
 * @param room the command room that is staffed for it, or null: then the area above answers
 * @param polygons what it covers; several where it is in pieces
 */
public record Area(
        String id,
        String name,
        AreaLevel level,
        @Nullable String parent,
        @Nullable String room,
        List<Polygon> polygons) {
    /** What its key on the topic {@code registry} begins with. */
    public static final String KEY = "area~";

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Area {
        Id.plain("area id", id);
        name = name == null ? id : name;
        level = level == null ? AreaLevel.UNKNOWN : level;
        polygons = polygons == null ? List.of() : List.copyOf(polygons);
        if (parent != null) {
            Id.plain("parent of area " + id, parent);
        }
        if (room != null) {
            Id.plain("room of area " + id, room);
        }
    }

    /** Its key on the topic {@code registry}. */
    public String key() {
        return KEY + id;
    }

    public boolean contains(Point point) {
        return polygons.stream().anyMatch(polygon -> polygon.contains(point));
    }
}
