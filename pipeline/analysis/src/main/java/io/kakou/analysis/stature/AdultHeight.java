package io.kakou.analysis.stature;

import java.util.stream.DoubleStream;

/**
 * How tall an adult's box is by where the feet are: a plane over the picture. A pinhole camera sees people on flat ground
 * so, with height 0 at the horizon (Hoiem et al., Putting Objects in Perspective, §2); the share of x takes a camera that
 * hangs crooked. In shares of the picture.
 *
 * @param middle height at the picture's middle
 * @param perFoot how much taller a picture's height further down
 * @param perX how much taller a picture's width further right
 * @param from the highest feet it was learned from
 * @param to the lowest
 * @param spread of adults around it, as a share of their height: half of them are nearer than ⅔ of it
 * @param shape an upright box's height over its width, each in its own share
 * @param people it was learned from
 */
public record AdultHeight(
        double middle, double perFoot, double perX, double from, double to, double spread, double shape, int people) {
    /** An upright person's box as detectors draw it, height over width in pixels. */
    private static final double UPRIGHT = 2.5;

    private static final double LEAST = 0.01;

    /** Height of an adult whose feet are here. */
    public double at(double x, double foot) {
        return Math.max(LEAST, middle + perFoot * (foot - 0.5) + perX * (x - 0.5));
    }

    /** Whether the feet are where people were seen before, or near. */
    public boolean reaches(double foot, double beyond) {
        return foot >= from - beyond && foot <= to + beyond;
    }

    /** The picture's width over its height, as far as people's shapes tell: nobody says it to the judge. */
    public double aspect() {
        return shape / UPRIGHT;
    }

    /** Whether its numbers are any. */
    public boolean isSound() {
        return shape > 0
                && DoubleStream.of(middle, perFoot, perX, from, to, spread, shape)
                        .allMatch(Double::isFinite);
    }
}
