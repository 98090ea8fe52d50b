package io.kakou.jobs.room.ground;

import io.kakou.events.Point;
import io.kakou.events.Polygon;
import io.kakou.events.Ring;

/** A rectangle in degrees, its sides included. */
record Box(double west, double south, double east, double north) {
    static Box of(Polygon polygon) {
        Box box = at(polygon.rings().get(0).points().get(0));
        for (Ring ring : polygon.rings()) {
            for (Point point : ring.points()) {
                box = box.with(at(point));
            }
        }
        return box;
    }

    static Box at(Point point) {
        return new Box(point.longitude(), point.latitude(), point.longitude(), point.latitude());
    }

    Box with(Box other) {
        return new Box(
                Math.min(west, other.west),
                Math.min(south, other.south),
                Math.max(east, other.east),
                Math.max(north, other.north));
    }

    Box wider(double degreesEast, double degreesNorth) {
        return new Box(west - degreesEast, south - degreesNorth, east + degreesEast, north + degreesNorth);
    }

    boolean meets(Box other) {
        return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
    }

    boolean isWiderThanHigh() {
        return east - west > north - south;
    }

    double middleEast() {
        return (west + east) / 2;
    }

    double middleNorth() {
        return (south + north) / 2;
    }
}
