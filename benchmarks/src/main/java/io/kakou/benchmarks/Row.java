package io.kakou.benchmarks;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
 * @param allocatedBytes on the heap a piece of work; null but with {@code -prof gc}
 */
record Row(
        String what,
        Map<String, String> settings,
        List<Double> ours,
        List<Double> peer,
        @Nullable Double allocatedBytes) {
    /** As JMH names what its profiler finds. */
    private static final String ALLOCATED = "gc.alloc.rate.norm";

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
        String what = name.substring(name.lastIndexOf('.') + 1);
        List<Double> peer = turns(result, Turns.PEER);
        // Without a peer there are no turns, and JMH's own figure, under the method's name, is the one.
        Result<?> allocated = result.getAggregatedResult().getSecondaryResults().get(ALLOCATED);
        return new Row(
                what,
                settings,
                turns(result, peer.isEmpty() ? what : Turns.OURS),
                peer,
                allocated == null ? null : allocated.getScore());
    }

    private static List<Double> turns(RunResult result, String label) {
        return result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .flatMap(iteration -> Stream.ofNullable(figure(iteration, label)))
                .map(Result::getScore)
                .toList();
    }

    private static @Nullable Result<?> figure(IterationResult iteration, String label) {
        Result<?> own = iteration.getPrimaryResult();
        return own.getLabel().equals(label)
                ? own
                : iteration.getSecondaryResults().get(label);
    }

    @JsonProperty
    double oursMedian() {
        return median(ours.stream());
    }

    /** Null without a peer. */
    @JsonProperty
    @Nullable
    Double peerMedian() {
        return peer.isEmpty() ? null : median(peer.stream());
    }

    /** Median of the turns' ratios, in which what slowed both falls out; null without a peer. */
    @JsonProperty
    @Nullable
    Double ratio() {
        return peer.isEmpty()
                ? null
                : median(IntStream.range(0, peer.size()).mapToObj(turn -> ours.get(turn) / peer.get(turn)));
    }

    private static double median(Stream<Double> figures) {
        double[] sorted = figures.mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
