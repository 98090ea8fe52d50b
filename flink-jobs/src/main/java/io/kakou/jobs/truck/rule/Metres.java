package io.kakou.jobs.truck.rule;

import io.kakou.events.Point;

/** Distances within a city: on a plane that touches the earth there, right to a few per mille. */
final class Metres {
    private static final double A_DEGREE = 111_195;

    private Metres() {}

    static double between(Point one, Point other) {
        return Math.hypot(east(one, other), north(one, other));
    }

    /** From a place to the straight line between two others. */
    static double toLine(Point place, Point from, Point to) {
        double east = east(from, to);
        double north = north(from, to);
        double length = east * east + north * north;
        double along = length == 0
                ? 0
                : Math.max(0, Math.min(1, (east(from, place) * east + north(from, place) * north) / length));
        return Math.hypot(east(from, place) - along * east, north(from, place) - along * north);
    }

    private static double east(Point from, Point to) {
        return (to.longitude() - from.longitude())
                * A_DEGREE
                * Math.cos(Math.toRadians((from.latitude() + to.latitude()) / 2));
    }

    private static double north(Point from, Point to) {
        return (to.latitude() - from.latitude()) * A_DEGREE;
    }
}
