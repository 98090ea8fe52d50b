package io.kakou.benchmarks.rooms;

import java.util.Arrays;

/** Milliseconds, as shares of so many; NaN of none. */
public record Delays(int many, double p50Millis, double p99Millis, double mostMillis) {
    static Delays of(double[] millis, int many) {
        double[] sorted = Arrays.copyOf(millis, many);
        Arrays.sort(sorted);
        return new Delays(many, share(sorted, 0.5), share(sorted, 0.99), share(sorted, 1));
    }

    private static double share(double[] sorted, double part) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double exact = sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)];
        return Math.round(exact * 10) / 10.0;
    }
}
