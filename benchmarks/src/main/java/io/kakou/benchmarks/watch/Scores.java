package io.kakou.benchmarks.watch;

import io.kakou.benchmarks.watch.Alerts.Arrived;
import io.kakou.benchmarks.watch.WatchFigures.Events;
import io.kakou.events.EventKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds the alerts of a run against the events of its films. */
final class Scores {
    private final Map<String, List<Planted>> findable;
    private final List<Arrived> arrived;
    private final double from;
    private final double to;
    private final Map<EventKind, Count> counts = new TreeMap<>();
    private final Set<Arrived> explained = new HashSet<>();

    private static final class Count {
        int planted;
        int findable;
        int found;
        final List<Double> latencies = new ArrayList<>();
    }

    /**
     * @param findable events by film's name
     * @param from in seconds of the epoch, and {@code to}: when events that count begin
     */
    Scores(Map<String, List<Planted>> findable, List<Arrived> arrived, double from, double to) {
        this.findable = findable;
        this.arrived = arrived;
        this.from = from;
        this.to = to;
    }

    void add(Placed camera) {
        List<Arrived> own = arrived.stream()
                .filter(alert -> alert.alert().camera().equals(camera.id()))
                .toList();
        for (Planted event : camera.film().planted()) {
            boolean isFindable =
                    Objects.requireNonNull(findable.get(camera.film().name())).contains(event);
            // Events about the edges explain alerts too, but are not counted.
            for (double begins : camera.begins(
                    event, from - camera.film().seconds(), to + camera.film().seconds())) {
                Arrived alert = of(event, begins, own);
                if (begins >= from && begins < to) {
                    count(event, isFindable, alert, begins);
                }
            }
        }
    }

    private @Nullable Arrived of(Planted event, double begins, List<Arrived> own) {
        Arrived first = null;
        for (Arrived alert : own) {
            double onset = alert.onsetSeconds() - begins + event.from();
            if (alert.alert().kind() == event.kind() && event.holds(onset)) {
                explained.add(alert);
                first = first == null ? alert : first;
            }
        }
        return first;
    }

    private void count(Planted event, boolean isFindable, @Nullable Arrived alert, double begins) {
        Count count = counts.computeIfAbsent(event.kind(), kind -> new Count());
        count.planted++;
        if (isFindable) {
            count.findable++;
            if (alert != null) {
                count.found++;
                count.latencies.add(alert.atSeconds() - begins);
            }
        }
    }

    Map<String, Events> events() {
        Map<String, Events> events = new TreeMap<>();
        counts.forEach((kind, count) -> events.put(
                kind.name(),
                new Events(
                        count.planted,
                        count.findable,
                        count.found,
                        quantile(count.latencies, 0.5),
                        quantile(count.latencies, 0.95))));
        return events;
    }

    /** Alerts that no planted event explains. */
    List<Arrived> unexplained() {
        return arrived.stream().filter(alert -> !explained.contains(alert)).toList();
    }

    static @Nullable Double quantile(List<Double> values, double share) {
        if (values.isEmpty()) {
            return null;
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        double value = sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
        return Math.round(value * 100) / 100.0;
    }
}
