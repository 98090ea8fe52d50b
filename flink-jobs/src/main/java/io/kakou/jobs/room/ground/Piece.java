package io.kakou.jobs.room.ground;

import io.kakou.events.Area;
import io.kakou.events.Point;
import io.kakou.events.Polygon;
import io.kakou.events.Ring;
import java.util.List;

/** One polygon of an area. */
record Piece(Area area, Polygon polygon, Box box) {
    boolean holds(Point place) {
        return polygon.contains(place);
    }

    /** 0 inside. A hole's edge is an edge like any other: beyond it lies somebody else. */
    double metresFrom(Point place, LocalScale scale) {
        if (holds(place)) {
            return 0;
        }
        double least = Double.MAX_VALUE;
        for (Ring ring : polygon.rings()) {
            List<Point> points = ring.points();
            Point from = points.get(points.size() - 1);
            for (Point to : points) {
                least = Math.min(least, scale.metres(place, from, to));
                from = to;
            }
        }
        return least;
    }
}
