package io.kakou.events;

/**
 * A place on the ground, WGS-84 degrees (EPSG:4326, longitude first as in GeoJSON, RFC 7946).
 *
 * @param longitude degrees east, −180 to 180
 * @param latitude degrees north, −90 to 90
 */
public record Point(double longitude, double latitude) {
    public Point {
        Range.check("longitude", longitude, -180, 180);
        Range.check("latitude", latitude, -90, 90);
    }
}
