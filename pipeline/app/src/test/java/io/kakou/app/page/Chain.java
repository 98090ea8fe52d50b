package io.kakou.app.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One alert's way to people.
 *
 * @param shown t0: the first frame in which a person could see the event left the camera
 * @param onset the frame of the first look that saw it
 * @param looked the frame of the look that decided; the decision, t1, is some tens of milliseconds behind it
 * @param stored when each of its objects was in the store, by the object's name
 * @param published t2: the log's client took it, which is right behind its fsync in the spool
 * @param card t3: its card stood on the page
 * @param opened its pane was opened, by the page itself
 * @param painted t4: the first frame of its clip was painted
 */
record Chain(
        String camera,
        Instant shown,
        Instant onset,
        Instant looked,
        Map<String, Instant> stored,
        Instant published,
        Instant card,
        @Nullable Instant opened,
        @Nullable Instant painted) {
    /** Each figure in seconds, by its name. */
    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("t0 shown → first look that sees", seconds(shown, onset));
        figures.put("t0 shown → look that decides", seconds(shown, looked));
        new TreeMap<>(stored)
                .forEach((name, at) -> figures.put("look that decides → stored " + name, seconds(looked, at)));
        figures.put("look that decides → t2 published", seconds(looked, published));
        figures.put("t2 published → t3 card", seconds(published, card));
        figures.put("t0 shown → t3 card", seconds(shown, card));
        if (opened != null && painted != null) {
            figures.put("t3 card → opened", seconds(card, opened));
            figures.put("opened → t4 painted", seconds(opened, painted));
            figures.put("t3 card → t4 painted", seconds(card, painted));
            figures.put("t2 published → t4 painted", seconds(published, painted));
            figures.put("look that decides → t4 painted", seconds(looked, painted));
        }
        return figures;
    }

    /** Each figure over all alerts: how many, median, 95th percentile, most. */
    static Map<String, Spread> spreads(List<Chain> chains) {
        Map<String, List<Double>> all = new LinkedHashMap<>();
        chains.forEach(chain -> chain.figures()
                .forEach((name, value) ->
                        all.computeIfAbsent(name, ignored -> new ArrayList<>()).add(value)));
        Map<String, Spread> spreads = new LinkedHashMap<>();
        all.forEach((name, values) -> spreads.put(name, Spread.of(values)));
        return spreads;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    /** Of some figures, in seconds. */
    record Spread(int n, double median, double p95, double most) {
        static Spread of(List<Double> values) {
            List<Double> sorted = values.stream().sorted().toList();
            return new Spread(sorted.size(), at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1));
        }

        /** The smallest figure that at least this share of all does not exceed. */
        private static double at(List<Double> sorted, double share) {
            int rank = (int) Math.ceil(share * sorted.size());
            return sorted.isEmpty() ? Double.NaN : Math.round(sorted.get(Math.max(0, rank - 1)) * 1e4) / 1e4;
        }
    }
}
