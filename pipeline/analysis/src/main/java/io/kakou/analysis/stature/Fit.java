package io.kakou.analysis.stature;

import java.util.Arrays;
import java.util.List;

/**
 * The adults' plane among adults, children and boxes that are wrong. First the plane of least absolute errors, which half
 * of the boxes cannot move; then it is shifted to where heights crowd; then only those near count (Tukey's biweight).
 */
final class Fit {
    private static final int ROUNDS = 10;
    /** Below this error everything is alike: it is what a detector's box is off by. */
    private static final double EXACT = 0.03;
    /** Whoever is further off than this share is no measure of an adult. */
    private static final double NEAR = 0.25;
    /** A crowd this much taller than the largest crowd is the adults, and the largest are children. */
    private static final double TALLER = 1.3;
    /** The share of all that such a crowd must be. */
    private static final double CROWD = 0.15;
    /** From the middle error of a normal distribution to its standard deviation. */
    private static final double SIGMAS = 1.4826;

    private final List<Standing> seen;

    Fit(List<Standing> seen) {
        this.seen = seen;
    }

    AdultHeight adults() {
        Plane plane = settled(crowded(leastAbsolute()));
        double[] feet = seen.stream().mapToDouble(Standing::foot).sorted().toArray();
        double shape = median(seen.stream().mapToDouble(Standing::shape).toArray());
        double[] errors = seen.stream()
                .mapToDouble(one -> Math.abs(plane.ratio(one) - 1))
                .filter(error -> error < NEAR)
                .toArray();
        return new AdultHeight(
                plane.middle(),
                plane.perFoot(),
                plane.perX(),
                feet[0],
                feet[feet.length - 1],
                errors.length == 0 ? 1 : SIGMAS * median(errors),
                shape,
                (int) seen.stream().mapToLong(Standing::track).distinct().count());
    }

    private Plane leastAbsolute() {
        Plane plane = Plane.through(seen, one -> 1 / (one.height() * one.height()));
        for (int i = 0; i < ROUNDS; i++) {
            Plane before = plane;
            plane = Plane.through(
                    seen, one -> relative(before, one) / Math.max(EXACT, Math.abs(before.ratio(one) - 1)));
        }
        return plane;
    }

    private Plane crowded(Plane plane) {
        double[] ratios = seen.stream().mapToDouble(plane::ratio).sorted().toArray();
        double crowd = mode(ratios);
        double[] taller =
                Arrays.stream(ratios).filter(ratio -> ratio > TALLER * crowd).toArray();
        return plane.times(taller.length >= CROWD * ratios.length ? mode(taller) : crowd);
    }

    private Plane settled(Plane start) {
        Plane plane = start;
        for (int i = 0; i < ROUNDS; i++) {
            Plane before = plane;
            if (seen.stream().noneMatch(one -> tukey(before.ratio(one) - 1) > 0)) {
                return before;
            }
            plane = Plane.through(seen, one -> relative(before, one) * tukey(before.ratio(one) - 1));
        }
        return plane;
    }

    /** Errors count as shares of the height expected. */
    private static double relative(Plane plane, Standing one) {
        double expected = plane.at(one);
        return 1 / (expected * expected);
    }

    private static double tukey(double error) {
        double u = error / NEAR;
        double rest = Math.max(0, 1 - u * u);
        return rest * rest;
    }

    /** Where sorted values lie densest: the half-sample mode (Bickel and Frühwirth, 2006). */
    private static double mode(double[] sorted) {
        double[] left = sorted;
        while (left.length > 3) {
            int half = (left.length + 1) / 2;
            int best = 0;
            for (int i = 1; i + half <= left.length; i++) {
                best = left[i + half - 1] - left[i] < left[best + half - 1] - left[best] ? i : best;
            }
            left = Arrays.copyOfRange(left, best, best + half);
        }
        return left[left.length / 2];
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
