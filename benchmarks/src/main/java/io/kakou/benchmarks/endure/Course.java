package io.kakou.benchmarks.endure;

import io.kakou.benchmarks.endure.EndureFigures.Growth;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How an hour went. */
record Course(List<Sample> samples) {
    /** What is filled once, caches and pools, is filled by then; ten minutes of an hour. */
    private static final double WARM_SHARE = 1 / 6.0;

    Course {
        samples = List.copyOf(samples);
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("no samples; allowed: one and more");
        }
    }

    Growth growth(ToDoubleFunction<Sample> what) {
        double[] values = warm().stream().mapToDouble(what).toArray();
        double[] minutes = warm().stream().mapToDouble(Sample::minutes).toArray();
        Slope slope = Slope.of(minutes, values);
        double peak = samples.stream().mapToDouble(what).max().orElseThrow();
        return new Growth(
                rounded(values[0]),
                rounded(values[values.length - 1]),
                rounded(peak),
                rounded(slope.perHour()),
                rounded(slope.margin()));
    }

    double most(ToDoubleFunction<Sample> what) {
        return rounded(samples.stream().mapToDouble(what).max().orElseThrow());
    }

    /** Those behind the first minutes; all where that leaves none. */
    private List<Sample> warm() {
        double from = WARM_SHARE * samples.get(samples.size() - 1).minutes();
        return samples.stream().filter(sample -> sample.minutes() >= from).toList();
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
