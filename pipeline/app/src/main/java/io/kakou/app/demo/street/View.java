package io.kakou.app.demo.street;

import io.kakou.app.demo.cabin.Spot;
import java.awt.geom.Point2D;

/**
 * A camera on a pole, looking across the street: a pinhole between places and pixels.
 *
 * @param x where along the street it stands, metres
 * @param yaw radians, right is positive
 * @param focalPixels more shows less, larger
 */
record View(double x, double yaw, double focalPixels) {
    static final int WIDTH = 640;
    static final int HEIGHT = 360;

    private static final double EYE_HEIGHT = 3.6;
    private static final double EYE_BACK = -4.7;
    private static final double PITCH = Math.toRadians(13);

    Spot eye() {
        return new Spot(x, EYE_HEIGHT, EYE_BACK);
    }

    /** Where the line of sight through this point of the picture goes; not of length 1. */
    Spot ray(double column, double row) {
        return forward()
                .plus(right().times((column - WIDTH / 2.0) / focalPixels))
                .plus(up().times((HEIGHT / 2.0 - row) / focalPixels));
    }

    Point2D pixel(Spot spot) {
        Spot seen = spot.minus(eye());
        double scale = focalPixels / seen.dot(forward());
        return new Point2D.Double(WIDTH / 2.0 + seen.dot(right()) * scale, HEIGHT / 2.0 - seen.dot(up()) * scale);
    }

    /** How much of the street is seen to each side of its middle, at that distance from the near kerb; metres. */
    double halfWidth(double z) {
        return (z - EYE_BACK) * WIDTH / 2 / focalPixels;
    }

    /** Where along the street the picture's middle is, at that distance from the near kerb. */
    double middle(double z) {
        return x + (z - EYE_BACK) * Math.tan(yaw);
    }

    private Spot forward() {
        return new Spot(Math.sin(yaw) * Math.cos(PITCH), -Math.sin(PITCH), Math.cos(yaw) * Math.cos(PITCH));
    }

    private Spot right() {
        return new Spot(Math.cos(yaw), 0, -Math.sin(yaw));
    }

    private Spot up() {
        return new Spot(Math.sin(yaw) * Math.sin(PITCH), Math.cos(PITCH), Math.cos(yaw) * Math.sin(PITCH));
    }
}
