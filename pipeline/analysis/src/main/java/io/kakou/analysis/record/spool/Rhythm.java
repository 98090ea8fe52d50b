package io.kakou.analysis.record.spool;

import java.util.Arrays;

/** How often a camera shows a picture, learned of what it shows, and what is missing where it falls out of that. */
final class Rhythm {
    /** A camera's own unevenness, B pictures and a picture left out for want of bits are none of our business. */
    private static final double BREAK_STEPS = 3;
    /** Odd: half of them changed is a new rhythm, and no break. */
    private static final int STEPS = 15;

    private final double[] steps = new double[STEPS];
    private int seen;
    private double newest = Double.NaN;
    private double usual = Double.POSITIVE_INFINITY;

    /** The longest step that is no break, in seconds; endless while the rhythm is not known. */
    double longest() {
        return BREAK_STEPS * usual;
    }

    /**
     * Takes the next picture.
     *
     * @param seconds its place on a timeline that only grows, but for B pictures
     * @return seconds before it that no picture shows, 0 for most
     */
    double missing(double seconds) {
        double step = seconds - newest;
        if (step <= 0) {
            return 0;
        }
        newest = seconds;
        if (Double.isNaN(step)) {
            return 0;
        }
        if (step > longest()) {
            learn(); // what was usual may be so no more
        }
        double missing = step > longest() ? step - usual : 0;
        steps[seen++ % STEPS] = step;
        if (seen % STEPS == 0) {
            learn();
        }
        return missing;
    }

    private void learn() {
        double[] sorted = steps.clone();
        Arrays.sort(sorted);
        usual = sorted[STEPS / 2];
    }
}
