package io.kakou.events;

import java.util.List;

/**
 * A closed line on the ground (GeoJSON's linear ring, RFC 7946 §3.1.6).
 *
 * @param points at least three, in order; the last joins the first whether or not it repeats it
 */
public record Ring(List<Point> points) {
    public Ring {
        Required.field("points", points, () -> "a ring");
        points = List.copyOf(points);
        if (points.size() < 3) {
            throw new IllegalArgumentException("a ring has " + points.size() + " points; allowed: 3 or more");
        }
    }
}
