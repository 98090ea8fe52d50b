package io.kakou.events.search;

import io.kakou.events.Point;

/** Distances on the ground. */
final class Geodesy {
    private static final double EARTH_METRES = 6_371_008.8;

    private Geodesy() {}

    /** Great-circle metres (haversine). */
    static double metres(Point one, Point other) {
        double lat1 = Math.toRadians(one.latitude());
        double lat2 = Math.toRadians(other.latitude());
        double dLat = Math.sin((lat2 - lat1) / 2);
        double dLon = Math.sin(Math.toRadians(other.longitude() - one.longitude()) / 2);
        double chord = dLat * dLat + Math.cos(lat1) * Math.cos(lat2) * dLon * dLon;
        return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
