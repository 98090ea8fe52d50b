package io.kakou.console.geojson;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.events.Point;
import io.kakou.events.Polygon;
import io.kakou.events.Ring;
import java.util.ArrayList;
import java.util.List;

/** The geometry of one feature (RFC 7946 §3.1). Of each ring the first problem is told. */
final class Geometry {
    private static final int FEWEST_POSITIONS = 4;

    private final String label;
    private final Problems problems;

    Geometry(String label, Problems problems) {
        this.label = label;
        this.problems = problems;
    }

    List<Polygon> polygons(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        String type = geometry.path("type").asText("missing");
        List<JsonNode> each =
                switch (type) {
                    case "Polygon" -> List.of(coordinates);
                    case "MultiPolygon" -> elements(coordinates);
                    default -> List.of();
                };
        if (each.isEmpty()) {
            problem("geometry is " + Problems.shown(type) + (type.equals("MultiPolygon") ? " of nothing" : "")
                    + "; allowed: Polygon, MultiPolygon");
        }
        List<Polygon> polygons = new ArrayList<>();
        for (JsonNode rings : each) {
            polygon(rings, "polygon " + (polygons.size() + 1), polygons);
        }
        return polygons;
    }

    /** The parts of a line, in order; none where something is wrong. */
    List<List<Point>> lines(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        String type = geometry.path("type").asText("missing");
        List<JsonNode> each =
                switch (type) {
                    case "LineString" -> List.of(coordinates);
                    case "MultiLineString" -> elements(coordinates);
                    default -> List.of();
                };
        if (each.isEmpty()) {
            problem("geometry is " + Problems.shown(type) + (type.equals("MultiLineString") ? " of nothing" : "")
                    + "; allowed: LineString, MultiLineString");
        }
        List<List<Point>> lines = new ArrayList<>();
        for (JsonNode line : each) {
            List<Point> points = positions(line, "line " + (lines.size() + 1));
            if (points.size() == 1 || (points.isEmpty() && line.isEmpty())) {
                problem("line " + (lines.size() + 1) + " has " + points.size() + " positions; allowed: 2 or more");
            }
            lines.add(points);
        }
        return lines;
    }

    private void polygon(JsonNode coordinates, String where, List<Polygon> polygons) {
        List<Ring> rings = new ArrayList<>();
        int number = 0;
        for (JsonNode ring : elements(coordinates)) {
            number++;
            List<Point> points = points(ring, where + ", ring " + number);
            if (points.size() >= FEWEST_POSITIONS) {
                rings.add(new Ring(points.subList(1, points.size())));
            }
        }
        if (number == 0) {
            problem(where + " has no ring; allowed: 1 outer boundary and any holes");
        }
        if (!rings.isEmpty()) {
            polygons.add(new Polygon(rings));
        }
    }

    /** The ring's points, the last equal to the first; none where something is wrong. */
    private List<Point> points(JsonNode ring, String where) {
        int before = problems.lines().size();
        List<Point> points = positions(ring, where);
        if (problems.lines().size() > before) {
            return List.of();
        }
        if (points.size() < FEWEST_POSITIONS) {
            problem(where + " has " + points.size() + " positions; allowed: 4 or more, the last equal to the first");
            return List.of();
        }
        Point first = points.get(0);
        Point last = points.get(points.size() - 1);
        if (!first.equals(last)) {
            problem(where + " is not closed: it begins at " + shown(first) + " and ends at " + shown(last)
                    + "; allowed: the last position equal to the first");
            return List.of();
        }
        return points;
    }

    /** None where one of them is wrong. */
    private List<Point> positions(JsonNode line, String where) {
        List<Point> points = new ArrayList<>();
        for (JsonNode position : elements(line)) {
            String bad = wrongWith(position);
            if (!bad.isEmpty()) {
                problem(where + ", position " + (points.size() + 1) + " is " + bad);
                return List.of();
            }
            points.add(new Point(position.get(0).asDouble(), position.get(1).asDouble()));
        }
        return points;
    }

    private static String wrongWith(JsonNode position) {
        if (position.size() < 2
                || !position.get(0).isNumber()
                || !position.get(1).isNumber()) {
            return Problems.shown(position.toString()) + "; allowed: [longitude, latitude]";
        }
        double longitude = position.get(0).asDouble();
        double latitude = position.get(1).asDouble();
        if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) {
            return "";
        }
        boolean swapped = Math.abs(longitude) <= 90 && Math.abs(latitude) <= 180;
        boolean metres = Math.max(Math.abs(longitude), Math.abs(latitude)) > 1_000;
        return "[" + longitude + ", " + latitude + "]; allowed: longitude -180 to 180, then latitude -90 to 90"
                + (swapped ? " (latitude seems to stand first)" : "")
                + (metres ? " (these seem to be metres of a projection, not degrees of WGS-84)" : "");
    }

    private static String shown(Point point) {
        return "[" + point.longitude() + ", " + point.latitude() + "]";
    }

    private static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        if (array.isArray()) {
            array.forEach(elements::add);
        }
        return elements;
    }

    private void problem(String line) {
        problems.add(label + ": " + line);
    }
}
