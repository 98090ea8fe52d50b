package io.kakou.models.evaluation;

/**
 * {@code k} events in some hours, with the exact 95 % interval of Garwood (1936) for the rate behind them.
 *
 * @param hours watched; more than 0
 * @param low events an hour; 0 where none was seen
 * @param high events an hour
 */
public record Rate(int k, double hours, double low, double high) {
    private static final double TAIL = 0.025;
    private static final int HALVINGS = 100;

    /**
     * With its interval.
     *
     * @throws IllegalArgumentException where {@code k} is negative or there are no hours
     */
    public static Rate of(int k, double hours) {
        if (k < 0 || !(hours > 0)) {
            throw new IllegalArgumentException("rate of " + k + " in " + hours + " hours; allowed: k ≥ 0, hours > 0");
        }
        double low = k == 0 ? 0 : mean(k - 1, 1 - TAIL);
        return new Rate(k, hours, low / hours, mean(k, TAIL) / hours);
    }

    /** Events an hour, as seen. */
    public double value() {
        return k / hours;
    }

    /** The mean with which at most k events have this chance. */
    private static double mean(int k, double chance) {
        double low = 0;
        double high = 2.0 * k + 20;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (atMost(k, middle) > chance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The chance of at most k events, by Poisson; in logarithms, so that a large mean does not vanish. */
    private static double atMost(int k, double mean) {
        double term = -mean;
        double sum = Math.exp(term);
        for (int i = 1; i <= k; i++) {
            term += Math.log(mean) - Math.log(i);
            sum += Math.exp(term);
        }
        return Math.min(1, sum);
    }
}
