package io.kakou.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * One line of the table: CPU µs a piece of work.
 *
 * @param what was measured, e.g. {@code decode}
 * @param settings it was measured with, by name
 * @param ours one figure a turn
 * @param peer the same turns' figures; empty where nobody else does the same
 */
record Row(String what, Map<String, String> settings, List<Double> ours, List<Double> peer) {
    /** The film is said once for all, and the share of it is no setting of the work. */
    private static final List<String> OF_THE_RUN = List.of("film", "frames");

    static Row of(RunResult result) {
        BenchmarkParams params = result.getParams();
        String name = params.getBenchmark();
        Map<String, String> settings = new TreeMap<>();
        for (String key : params.getParamsKeys()) {
            if (!OF_THE_RUN.contains(key)) {
                settings.put(key, params.getParam(key));
            }
        }
        List<Double> ours = turns(result, Turns.OURS);
        List<Double> own = turns(result, name.substring(name.lastIndexOf('.') + 1));
        return new Row(
                name.substring(name.lastIndexOf('.') + 1),
                settings,
                ours.isEmpty() ? own : ours,
                turns(result, Turns.PEER));
    }

    private static List<Double> turns(RunResult result, String label) {
        return result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> figure(iteration, label))
                .flatMap(figure -> figure == null ? List.<Double>of().stream() : List.of(figure.getScore()).stream())
                .toList();
    }

    private static @Nullable Result<?> figure(IterationResult iteration, String label) {
        Result<?> own = iteration.getPrimaryResult();
        return own.getLabel().equals(label)
                ? own
                : iteration.getSecondaryResults().get(label);
    }

    double oursMedian() {
        return median(ours);
    }

    /** NaN without a peer. */
    double peerMedian() {
        return median(peer);
    }

    /** Median of the turns' ratios, in which what slowed both falls out; NaN without a peer. */
    double ratio() {
        double[] each = new double[peer.size()];
        for (int turn = 0; turn < each.length; turn++) {
            each[turn] = ours.get(turn) / peer.get(turn);
        }
        return median(each);
    }

    private static double median(List<Double> figures) {
        return median(figures.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double median(double[] figures) {
        Arrays.sort(figures);
        int half = figures.length / 2;
        if (figures.length == 0) {
            return Double.NaN;
        }
        return figures.length % 2 == 1 ? figures[half] : (figures[half - 1] + figures[half]) / 2;
    }
}
