package io.kakou.app.storm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Seconds from each kill until everything was whole again. */
final class Recovery {
    private final Map<Target, List<Double>> seconds = new EnumMap<>(Target.class);

    void took(Target target, double taken) {
        seconds.computeIfAbsent(target, none -> new ArrayList<>()).add(taken);
    }

    record Figures(int kills, double p50Seconds, double maxSeconds) {}

    Map<String, Figures> figures() {
        Map<String, Figures> figures = new TreeMap<>();
        seconds.forEach((target, all) -> figures.put(target.name(), figures(all)));
        return figures;
    }

    private static Figures figures(List<Double> all) {
        double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Figures(
                sorted.length,
                rounded(sorted[sorted.length / 2]),
                rounded(Arrays.stream(sorted).max().orElse(0)));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
