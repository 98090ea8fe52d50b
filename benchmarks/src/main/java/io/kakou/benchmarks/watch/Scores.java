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
    private final Attended attended;
    private final Map<EventKind, Count> counts = new TreeMap<>();
    private final Set<Arrived> explained = new HashSet<>();

    private static final class Count {
        int planted;
        int findable;
        int found;
        int watched;
        int watchedFound;
        final List<Double> latencies = new ArrayList<>();
    }

    /**
     * @param findable events by film's name
     * @param run what was seen
     */
    Scores(Map<String, List<Planted>> findable, Run run) {
        this.findable = findable;
        this.arrived = run.arrived;
        this.from = run.from;
        this.to = run.to;
        this.attended = run.attended;
    }

    /**
     * A run.
     *
     * @param from in seconds of the epoch, and {@code to}: when it was measured
     * @param attended when cameras were watched for their events
     */
    record Run(List<Arrived> arrived, double from, double to, Attended attended) {}

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
                if (begins >= from + event.knownSeconds() && begins < to - event.patienceSeconds()) {
                    Count count = counts.computeIfAbsent(event.kind(), kind -> new Count());
                    count.planted++;
                    if (isFindable) {
                        boolean watched = attended.whole(camera.id(), begins, begins + event.patienceSeconds());
                        count(count, watched, alert, begins);
                    }
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

    private static void count(Count count, boolean watched, @Nullable Arrived alert, double begins) {
        int found = alert == null ? 0 : 1;
        count.findable++;
        count.found += found;
        count.watched += watched ? 1 : 0;
        count.watchedFound += watched ? found : 0;
        if (alert != null) {
            count.latencies.add(alert.atSeconds() - begins);
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
                        count.watched,
                        count.watchedFound,
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
