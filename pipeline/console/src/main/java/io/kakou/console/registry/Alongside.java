package io.kakou.console.registry;

import static java.util.Comparator.comparingDouble;

import io.kakou.console.geojson.RoadLine;
import io.kakou.events.Point;
import java.util.List;

/**
 * Where a place lies along a road.
 *
 * @param metres from the road
 * @param along metres from its beginning
 */
record Alongside(double metres, double along) {
    /** Of the mean earth; over the width of a street its shape is nothing. */
    private static final double METRES_A_DEGREE = 111_195;

    /** On a plane that touches the earth at the place. */
    static Alongside of(Point place, RoadLine road) {
        double east = METRES_A_DEGREE * Math.cos(Math.toRadians(place.latitude()));
        Alongside nearest = new Alongside(Double.MAX_VALUE, 0);
        double begun = 0;
        for (List<Point> line : road.lines()) {
            for (int i = 1; i < line.size(); i++) {
                Point from = line.get(i - 1);
                double x = (from.longitude() - place.longitude()) * east;
                double y = (from.latitude() - place.latitude()) * METRES_A_DEGREE;
                double alongX = (line.get(i).longitude() - from.longitude()) * east;
                double alongY = (line.get(i).latitude() - from.latitude()) * METRES_A_DEGREE;
                double length = Math.hypot(alongX, alongY);
                double share = length == 0 ? 0 : Math.min(1, Math.max(0, -(x * alongX + y * alongY) / length / length));
                double metres = Math.hypot(x + share * alongX, y + share * alongY);
                nearest = nearer(nearest, new Alongside(metres, begun + share * length));
                begun += length;
            }
        }
        return nearest;
    }

    private static Alongside nearer(Alongside one, Alongside other) {
        return comparingDouble(Alongside::metres).compare(other, one) < 0 ? other : one;
    }
}
