package io.kakou.jobs.truck.plate;

import java.util.HashMap;
import java.util.Map;

/** How likely a plate that was read wrongly is another one. */
final class Confusion {
    /** A crop may cut a plate's last sign off; seen twice in 118 readings. */
    private static final double CUT = 0.017;
    /** More wrong signs than that are another plate. */
    private static final int MOST_WRONG = 3;

    private final SignTable signs;
    /** By what was read: all that others may add, against its being right. */
    private final Map<Character, Double> others = new HashMap<>();

    Confusion(SignTable signs) {
        this.signs = signs;
        for (char read : SignTable.all()) {
            double sum = 0;
            for (char truth : SignTable.all()) {
                sum += truth == read ? 0 : odds(read, truth);
            }
            others.put(read, sum);
        }
    }

    /**
     * The chance, given that the reading is wrong, that the plate says this: over all signs and all plates it adds up to 1.
     *
     * @return 0 where their lengths differ by more than a sign that was cut off
     */
    double wronglyReadFor(String read, String truth) {
        if (truth.length() == read.length() + 1) {
            return CUT * product(read, truth) / all(read);
        }
        return truth.length() != read.length() || truth.equals(read) ? 0 : product(read, truth) / all(read);
    }

    private double product(String read, String truth) {
        if (differing(read, truth) > MOST_WRONG) {
            return 0;
        }
        double odds = 1;
        for (int place = 0; place < read.length() && odds > 0; place++) {
            odds *= read.charAt(place) == truth.charAt(place) ? 1 : odds(read.charAt(place), truth.charAt(place));
        }
        return odds;
    }

    private static int differing(String read, String truth) {
        int differing = 0;
        for (int place = 0; place < read.length() && differing <= MOST_WRONG; place++) {
            differing += read.charAt(place) == truth.charAt(place) ? 0 : 1;
        }
        return differing;
    }

    /** What all plates but the one that was read come to. */
    private double all(String read) {
        double product = 1;
        for (char sign : SignTable.signs(read)) {
            product *= 1 + others.getOrDefault(sign, 0.0);
        }
        return Math.max(Double.MIN_NORMAL, product - 1 + CUT);
    }

    private double odds(char read, char truth) {
        double right = signs.share(read, read);
        return right == 0 ? 0 : signs.share(truth, read) / right;
    }
}
