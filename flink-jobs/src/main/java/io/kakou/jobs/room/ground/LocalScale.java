package io.kakou.jobs.room.ground;

import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.toRadians;

import io.kakou.events.Point;

/**
 * How many metres a degree is long at one place: within some hundred metres the ground is a plane there.
 *
 * @param east metres a degree of longitude
 * @param north metres a degree of latitude
 */
record LocalScale(double east, double north) {
    /** WGS-84: metres from the middle of the earth to the equator, and the square of the first eccentricity. */
    private static final double AXIS = 6_378_137;

    private static final double ECCENTRICITY = 0.006_694_379_990_14;

    /** At a pole every longitude is the same place. */
    private static final double LEAST = 1;

    /** By the radii of curvature along and across the meridian. */
    static LocalScale at(Point place) {
        double latitude = toRadians(place.latitude());
        double bend = 1 - ECCENTRICITY * sin(latitude) * sin(latitude);
        double across = AXIS / sqrt(bend);
        double along = AXIS * (1 - ECCENTRICITY) / (bend * sqrt(bend));
        return new LocalScale(Math.max(LEAST, toRadians(across * cos(latitude))), toRadians(along));
    }

    /** From the place to the nearest point of the line between two others. */
    double metres(Point place, Point from, Point to) {
        double x = (from.longitude() - place.longitude()) * east;
        double y = (from.latitude() - place.latitude()) * north;
        double alongX = (to.longitude() - from.longitude()) * east;
        double alongY = (to.latitude() - from.latitude()) * north;
        double square = alongX * alongX + alongY * alongY;
        double share = square == 0 ? 0 : Math.min(1, Math.max(0, -(x * alongX + y * alongY) / square));
        return Math.hypot(x + share * alongX, y + share * alongY);
    }
}
