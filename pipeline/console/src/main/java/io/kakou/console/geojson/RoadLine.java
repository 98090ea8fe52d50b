package io.kakou.console.geojson;

import io.kakou.events.Point;
import java.util.List;

/**
 * A road as it is drawn.
 *
 * @param label names its feature in a message
 * @param lines its parts in the order in which they are driven, each of two points or more
 */
public record RoadLine(String id, String name, String label, List<List<Point>> lines) {
    public RoadLine {
        lines = List.copyOf(lines);
    }
}
