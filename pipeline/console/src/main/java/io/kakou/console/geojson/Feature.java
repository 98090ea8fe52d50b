package io.kakou.console.geojson;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.events.Area;
import io.kakou.events.AreaLevel;
import io.kakou.events.Id;
import io.kakou.events.Polygon;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One feature of the file; its problems are found while it is read. */
final class Feature {
    private static final String LEVELS = "district, street, community, grid, 区, 街道, 社区, 网格";

    private final String label;
    private final @Nullable String id;
    private final @Nullable String parent;
    private final Optional<Area> area;

    /** @param number its place in the file, from 1 */
    Feature(int number, JsonNode node, Problems problems) {
        JsonNode properties = node.path("properties");
        // The id may also stand beside the properties (RFC 7946 §3.2).
        String given = text(properties, "id") == null ? text(node, "id") : text(properties, "id");
        label = "feature " + number + (given == null ? "" : " (" + Problems.shown(given) + ")");
        int before = problems.lines().size();
        id = plainId("id", given, problems);
        parent = text(properties, "parent") == null ? null : plainId("parent", text(properties, "parent"), problems);
        String room = text(properties, "room") == null ? null : plainId("room", text(properties, "room"), problems);
        AreaLevel level = level(text(properties, "level"), problems);
        List<Polygon> polygons = new Geometry(label, problems).polygons(node.path("geometry"));
        boolean sound = problems.lines().size() == before;
        String name = text(properties, "name");
        area = sound && id != null
                ? Optional.of(new Area(id, name == null ? id : name, level, parent, room, polygons))
                : Optional.empty();
    }

    String label() {
        return label;
    }

    @Nullable
    String id() {
        return id;
    }

    @Nullable
    String parent() {
        return parent;
    }

    /** The area, where nothing is wrong with it. */
    Optional<Area> area() {
        return area;
    }

    private static @Nullable String text(JsonNode of, String field) {
        JsonNode value = of.path(field);
        String text =
                value.isTextual() || value.isIntegralNumber() ? value.asText().strip() : "";
        return text.isEmpty() ? null : text;
    }

    private @Nullable String plainId(String what, @Nullable String value, Problems problems) {
        try {
            return Id.plain(what, value);
        } catch (IllegalArgumentException e) {
            problems.add(label + ": " + e.getMessage());
            return null;
        }
    }

    private AreaLevel level(@Nullable String given, Problems problems) {
        AreaLevel level =
                switch (given == null ? "" : given.toLowerCase(Locale.ROOT)) {
                    case "district", "区" -> AreaLevel.DISTRICT;
                    case "street", "街道" -> AreaLevel.STREET;
                    case "community", "社区" -> AreaLevel.COMMUNITY;
                    case "grid", "网格" -> AreaLevel.GRID;
                    default -> AreaLevel.UNKNOWN;
                };
        if (level == AreaLevel.UNKNOWN) {
            String value = given == null ? "is missing" : Problems.shown(given) + " is not known";
            problems.add(label + ": level " + value + "; allowed: " + LEVELS);
        }
        return level;
    }
}
