package io.kakou.console.geojson;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.events.Id;
import io.kakou.events.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads roads from GeoJSON (RFC 7946): a FeatureCollection of LineString and MultiLineString features with the
 * properties {@code id} and {@code name}. Longitude first; heights are ignored.
 */
public final class RoadFile {
    private RoadFile() {}

    /**
     * Reads all roads, in the file's order.
     *
     * @param name what the file is called, for the message
     * @throws InvalidFile with every problem found, where there is any
     */
    public static List<RoadLine> read(String name, byte[] file) throws InvalidFile {
        Problems problems = new Problems();
        List<RoadLine> roads = new ArrayList<>();
        Map<String, String> labels = new LinkedHashMap<>();
        int number = 0;
        for (JsonNode feature : FeatureCollection.features(file, problems)) {
            road(++number, feature, labels, problems, roads);
        }
        if (problems.none()) {
            return roads;
        }
        throw new InvalidFile(name, problems.lines());
    }

    private static void road(
            int number, JsonNode feature, Map<String, String> labels, Problems problems, List<RoadLine> roads) {
        JsonNode properties = feature.path("properties");
        // The id may also stand beside the properties (RFC 7946 §3.2).
        String id = text(properties, "id").isEmpty() ? text(feature, "id") : text(properties, "id");
        String label = "feature " + number + (id.isEmpty() ? "" : " (" + Problems.shown(id) + ")");
        try {
            Id.plain("id", id);
            String other = labels.putIfAbsent(id, label);
            if (other != null) {
                problems.add(label + ": id is also that of " + other + "; allowed: each id once");
            }
        } catch (IllegalArgumentException e) {
            problems.add(label + ": " + e.getMessage());
        }
        List<List<Point>> lines = new Geometry(label, problems).lines(feature.path("geometry"));
        if (problems.none()) {
            String name = text(properties, "name");
            roads.add(new RoadLine(id, name.isEmpty() ? id : name, label, lines));
        }
    }

    private static String text(JsonNode of, String field) {
        JsonNode value = of.path(field);
        return value.isTextual() || value.isIntegralNumber() ? value.asText().strip() : "";
    }
}
