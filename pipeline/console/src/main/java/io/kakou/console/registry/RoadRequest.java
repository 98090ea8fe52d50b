package io.kakou.console.registry;

import io.kakou.console.coordinates.CoordinateSystem;

/**
 * How a file of drawn roads is to be read.
 *
 * @param system of its positions
 * @param metres a camera so near to a road stands on it; 1 to {@value #MOST_METRES}
 */
public record RoadRequest(CoordinateSystem system, double metres) {
    public static final int MOST_METRES = 500;

    /** A camera hangs on the pavement, and a road of six lanes is drawn as its middle line. */
    public static final RoadRequest DEFAULT = new RoadRequest(CoordinateSystem.WGS84, 40);

    public RoadRequest {
        if (!(metres >= 1 && metres <= MOST_METRES)) {
            throw new IllegalArgumentException("metres is " + metres + "; allowed: 1 to " + MOST_METRES);
        }
    }
}
