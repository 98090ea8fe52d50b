package io.kakou.benchmarks.rooms;

import io.kakou.events.Area;
import io.kakou.events.AreaLevel;
import io.kakou.events.Point;
import io.kakou.events.Polygon;
import io.kakou.events.Ring;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A street of a hundred grids, each with a room of its own; events are spread over them evenly. */
final class Grids {
    private static final String STREET = "street";
    private static final int SIDE = 10;
    private static final double WIDTH = 0.01;
    private static final double WEST = 120.2;
    private static final double SOUTH = 30.2;
    /** Far enough from every border that no neighbour is told. */
    private static final double INSET = 0.3;

    private Grids() {}

    static List<Area> areas() {
        List<Area> areas = new ArrayList<>();
        areas.add(area(STREET, AreaLevel.STREET, null, WEST, SOUTH, SIDE * WIDTH));
        for (int i = 0; i < SIDE * SIDE; i++) {
            areas.add(area("grid-" + i, AreaLevel.GRID, STREET, west(i), south(i), WIDTH));
        }
        return areas;
    }

    /** Where the camera of an event hangs. */
    static Point spot(int event) {
        int grid = event % (SIDE * SIDE);
        int step = event / (SIDE * SIDE) % SIDE;
        double within = INSET + (1 - 2 * INSET) * step / SIDE;
        return new Point(west(grid) + within * WIDTH, south(grid) + within * WIDTH);
    }

    private static double west(int grid) {
        return WEST + grid % SIDE * WIDTH;
    }

    private static double south(int grid) {
        int row = grid / SIDE;
        return SOUTH + row * WIDTH;
    }

    private static Area area(
            String id, AreaLevel level, @Nullable String parent, double west, double south, double width) {
        Ring outline = new Ring(List.of(
                new Point(west, south),
                new Point(west + width, south),
                new Point(west + width, south + width),
                new Point(west, south + width),
                new Point(west, south)));
        return new Area(id, id, level, parent, "room-" + id, List.of(new Polygon(List.of(outline))));
    }
}
