package io.kakou.jobs.room.place;

import io.kakou.events.Area;
import io.kakou.events.AreaLevel;
import io.kakou.events.Point;
import io.kakou.events.Polygon;
import io.kakou.events.Ring;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Areas of one square, told by its south-west corner and its side, both in degrees. */
final class Squares {
    private Squares() {}

    static Area area(String id, AreaLevel level, @Nullable String parent, @Nullable String room, Polygon... polygons) {
        return new Area(id, id, level, parent, room, List.of(polygons));
    }

    static Polygon square(double west, double south, double side) {
        return new Polygon(List.of(ring(west, south, side)));
    }

    static Polygon squareWithHole(double west, double south, double side, Ring hole) {
        return new Polygon(List.of(ring(west, south, side), hole));
    }

    static Ring ring(double west, double south, double side) {
        return new Ring(List.of(
                new Point(west, south),
                new Point(west + side, south),
                new Point(west + side, south + side),
                new Point(west, south + side)));
    }
}
