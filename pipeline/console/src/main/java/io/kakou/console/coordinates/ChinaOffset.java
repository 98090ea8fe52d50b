package io.kakou.console.coordinates;

import static java.lang.Math.PI;
import static java.lang.Math.abs;
import static java.lang.Math.atan2;
import static java.lang.Math.cos;
import static java.lang.Math.hypot;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.toRadians;

import io.kakou.events.Point;
import java.util.function.UnaryOperator;

/**
 * GCJ-02 and BD-09 as they were published by those who found them out (the {@code eviltransform} and
 * {@code coordtransform} projects); no standard gives the formulas. The names of the terms are theirs to explain.
 */
final class ChinaOffset {
    /** Krasovsky 1940, semi-major axis in metres. */
    private static final double AXIS = 6_378_245.0;

    /** Krasovsky 1940, first eccentricity squared. */
    private static final double ECCENTRICITY = 0.006693421622965943;

    private static final double BAIDU_TURN = PI * 3000 / 180;
    private static final double BAIDU_EAST = 0.0065;
    private static final double BAIDU_NORTH = 0.006;

    /** A tenth of a millimetre. */
    private static final double CLOSE_DEGREES = 1e-9;

    /** Each step gains three digits and more; the last ones are never needed. */
    private static final int MOST_STEPS = 20;

    private ChinaOffset() {}

    /** The rectangle in which maps are moved. */
    static boolean covers(Point place) {
        return place.longitude() > 72.004
                && place.longitude() < 137.8347
                && place.latitude() > 0.8293
                && place.latitude() < 55.8271;
    }

    static Point gcjOfWgs(Point wgs) {
        double x = wgs.longitude() - 105;
        double y = wgs.latitude() - 35;
        double latitude = toRadians(wgs.latitude());
        double bend = 1 - ECCENTRICITY * sin(latitude) * sin(latitude);
        double metresNorth = AXIS * (1 - ECCENTRICITY) / (bend * sqrt(bend)) * PI / 180;
        double metresEast = AXIS / sqrt(bend) * cos(latitude) * PI / 180;
        return new Point(wgs.longitude() + east(x, y) / metresEast, wgs.latitude() + north(x, y) / metresNorth);
    }

    static Point bdOfGcj(Point gcj) {
        double x = gcj.longitude();
        double y = gcj.latitude();
        double radius = hypot(x, y) + 0.00002 * sin(y * BAIDU_TURN);
        double angle = atan2(y, x) + 0.000003 * cos(x * BAIDU_TURN);
        return new Point(radius * cos(angle) + BAIDU_EAST, radius * sin(angle) + BAIDU_NORTH);
    }

    /** The place that the formula moves to the one given, by iteration: a formula moves near places alike. */
    static Point inverse(UnaryOperator<Point> formula, Point given) {
        Point guess = given;
        for (int step = 0; step < MOST_STEPS; step++) {
            Point moved = formula.apply(guess);
            double east = given.longitude() - moved.longitude();
            double north = given.latitude() - moved.latitude();
            guess = new Point(guess.longitude() + east, guess.latitude() + north);
            if (abs(east) < CLOSE_DEGREES && abs(north) < CLOSE_DEGREES) {
                break;
            }
        }
        return guess;
    }

    /** Metres. */
    private static double east(double x, double y) {
        return 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * sqrt(abs(x))
                + waves(6 * x, 20, 2 * x, 20)
                + waves(x, 20, x / 3, 40)
                + waves(x / 12, 150, x / 30, 300);
    }

    /** Metres. */
    private static double north(double x, double y) {
        return -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * sqrt(abs(x))
                + waves(6 * x, 20, 2 * x, 20)
                + waves(y, 20, y / 3, 40)
                + waves(y / 12, 160, y / 30, 320);
    }

    private static double waves(double first, double much, double second, double more) {
        return (much * sin(first * PI) + more * sin(second * PI)) * 2 / 3;
    }
}
