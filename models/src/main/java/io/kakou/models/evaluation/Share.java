package io.kakou.models.evaluation;

import java.util.List;

/**
 * {@code k} of {@code n}, with the exact 95 % interval of Clopper and Pearson (1934) for the share behind it.
 *
 * @param low 0 to 1; 0 where {@code n} is 0
 * @param high 0 to 1; 1 where {@code n} is 0
 */
public record Share(int k, int n, double low, double high) {
    private static final double TAIL = 0.025;
    private static final int HALVINGS = 60;

    /** With its interval. */
    public static Share of(int k, int n) {
        if (k < 0 || k > n) {
            throw new IllegalArgumentException("share of " + k + " in " + n + "; allowed: 0 ≤ k ≤ n");
        }
        double low = k == 0 ? 0 : solve(p -> 1 - atMost(k - 1, n, p), TAIL);
        double high = k == n ? 1 : solve(p -> 1 - atMost(k, n, p), 1 - TAIL);
        return new Share(k, n, low, high);
    }

    /** Of those, how many score so much or more. */
    public static Share firing(double threshold, List<Scored> all) {
        return of((int) all.stream().filter(one -> one.score() >= threshold).count(), all.size());
    }

    /** k / n, 0 where there is nothing. */
    public double value() {
        return n == 0 ? 0 : k / (double) n;
    }

    /** The rule of three: with none in n seen, no more than this share can be excluded at 95 %. */
    public static double ruleOfThree(int n) {
        return n == 0 ? 1 : Math.min(1, 3.0 / n);
    }

    /** Where a function that grows from 0 to 1 reaches the value. */
    private static double solve(java.util.function.DoubleUnaryOperator growing, double value) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (growing.applyAsDouble(middle) < value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The chance of at most k in n, each with chance p; in logarithms, so that many small ones do not vanish. */
    private static double atMost(int k, int n, double p) {
        if (p <= 0 || p >= 1) {
            return p <= 0 || k >= n ? 1 : 0;
        }
        double term = n * Math.log1p(-p);
        double sum = Math.exp(term);
        for (int i = 1; i <= k; i++) {
            term += Math.log(n - i + 1.0) - Math.log(i) + Math.log(p) - Math.log1p(-p);
            sum += Math.exp(term);
        }
        return Math.min(1, sum);
    }
}
