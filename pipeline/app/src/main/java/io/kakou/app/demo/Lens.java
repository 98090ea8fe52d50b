package io.kakou.app.demo;

import io.kakou.app.demo.cabin.Spot;
import java.awt.geom.Point2D;

/** The camera under the cabin's ceiling: a pinhole, between places in the cabin and pixels of the picture. */
final class Lens {
    static final int WIDTH = 640;
    static final int HEIGHT = 360;

    private static final double FOCAL_PIXELS = 378;
    private static final Spot EYE = new Spot(-0.55, 2.2, -0.25);
    private static final double YAW = Math.toRadians(57);
    private static final double PITCH = Math.toRadians(22.5);

    private static final Spot RIGHT = new Spot(Math.cos(YAW), 0, -Math.sin(YAW));
    private static final Spot FORWARD =
            new Spot(Math.sin(YAW) * Math.cos(PITCH), -Math.sin(PITCH), Math.cos(YAW) * Math.cos(PITCH));
    private static final Spot UP =
            new Spot(Math.sin(YAW) * Math.sin(PITCH), Math.cos(PITCH), Math.cos(YAW) * Math.sin(PITCH));

    private Lens() {}

    static Spot eye() {
        return EYE;
    }

    /** Where the line of sight through this point of the picture goes; not of length 1. */
    static Spot ray(double column, double row) {
        return FORWARD.plus(RIGHT.times((column - WIDTH / 2.0) / FOCAL_PIXELS))
                .plus(UP.times((HEIGHT / 2.0 - row) / FOCAL_PIXELS));
    }

    static Point2D pixel(Spot spot) {
        Spot seen = spot.minus(EYE);
        double scale = FOCAL_PIXELS / seen.dot(FORWARD);
        return new Point2D.Double(WIDTH / 2.0 + seen.dot(RIGHT) * scale, HEIGHT / 2.0 - seen.dot(UP) * scale);
    }
}
