package io.kakou.models.int8;

import java.nio.FloatBuffer;

/**
 * One value's numbers over many pictures, first their limits and then how often each occurs; the range is the one whose
 * bytes miss them least, in squares. A few that lie far out are then cut off where that lets the many be told apart.
 */
final class Calibration {
    private static final int BINS = 2048;
    /** Ranges tried, as shares of the limits. */
    private static final double FINEST = 0.3;

    private static final double STEP = 0.02;

    private final long[] counts = new long[BINS];
    private float least;
    private float most;

    void limit(FloatBuffer numbers) {
        for (int i = 0; i < numbers.limit(); i++) {
            least = Math.min(least, numbers.get(i));
            most = Math.max(most, numbers.get(i));
        }
        most = Math.max(most, least + Float.MIN_NORMAL);
    }

    void count(FloatBuffer numbers) {
        float width = (most - least) / BINS;
        for (int i = 0; i < numbers.limit(); i++) {
            int bin = (int) ((numbers.get(i) - least) / width);
            counts[Math.max(0, Math.min(BINS - 1, bin))]++;
        }
    }

    Range best() {
        Range best = new Range(least, most);
        double missed = missed(best);
        for (double share = 1 - STEP; share >= FINEST; share -= STEP) {
            Range tried = new Range((float) (least * share), (float) (most * share));
            double misses = missed(tried);
            if (misses < missed) {
                best = tried;
                missed = misses;
            }
        }
        return best;
    }

    private double missed(Range range) {
        double width = ((double) most - least) / BINS;
        double sum = 0;
        for (int i = 0; i < BINS; i++) {
            double number = least + (i + 0.5) * width;
            double steps = Math.rint(number / range.scale()) + range.zero();
            double back = (Math.max(0, Math.min(Range.STEPS, steps)) - range.zero()) * range.scale();
            sum += counts[i] * (number - back) * (number - back);
        }
        return sum;
    }
}
