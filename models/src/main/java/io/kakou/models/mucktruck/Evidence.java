package io.kakou.models.mucktruck;

import io.kakou.models.Box;
import io.kakou.models.Detection;
import java.util.List;

/**
 * What speaks for a vehicle being a muck truck: that the stock detector takes it for a truck and for no bus and no car, in
 * the picture or on its crop, and that the head sees the body of one. The weights are those of {@code
 * models/training/RUNS.md}.
 *
 * @param truck the stock detector's score for one, 0 to 1; {@code bus} and {@code car} likewise
 * @param body the head's, 0 to 1
 */
public record Evidence(double truck, double bus, double car, double body) {
    private static final double AGAINST = 0.5;
    private static final double BODY = 0.6;
    private static final double MOST = 1 + BODY;
    /** Boxes that share more are one vehicle. */
    private static final double ONE_VEHICLE = 0.6;
    /** On its own crop a vehicle covers at least this share. */
    private static final double COVERS = 0.25;

    /**
     * Of a vehicle.
     *
     * @param picture what was seen in the picture
     * @param crop what was seen on the vehicle's crop
     */
    public static Evidence of(Box vehicle, List<Detection> picture, List<Detection> crop, double body) {
        return new Evidence(
                most("truck", vehicle, picture, crop),
                most("bus", vehicle, picture, crop),
                most("car", vehicle, picture, crop),
                body);
    }

    /** The same with another head's word. */
    public Evidence withBody(double other) {
        return new Evidence(truck, bus, car, other);
    }

    /** All of it together, 0 to 1; no probability. */
    public double score() {
        double sum = truck - AGAINST * (bus + car) + BODY * (2 * body - 1);
        return Math.max(0, Math.min(1, (sum + MOST) / (2 * MOST)));
    }

    static boolean isOne(Box one, Box other) {
        return one.iou(other) > ONE_VEHICLE;
    }

    private static double most(String label, Box vehicle, List<Detection> picture, List<Detection> crop) {
        double most = 0;
        for (Detection one : picture) {
            most = one.label().equals(label) && isOne(one.box(), vehicle) ? Math.max(most, one.score()) : most;
        }
        for (Detection one : crop) {
            most = one.label().equals(label) && one.box().area() > COVERS ? Math.max(most, one.score()) : most;
        }
        return most;
    }
}
