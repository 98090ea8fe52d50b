package io.kakou.events.search;

import io.kakou.events.PersonSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * People who were seen by a camera and then by its neighbour, as far as clothing makes that sure: what travel times are learned
 * from, without anybody having been recognised or named.
 */
public final class Pairs {
    /** Both halves this alike, and nobody else nearly as much. */
    private static final double ALIKE = 2.2;

    private static final double CLEARLY = 1.0;
    private static final double LEAST_PACE = 0.25;
    private static final double MOST_PACE = 3;

    private final StreetGraph graph;
    private final Map<String, List<Sight>> byCamera = new HashMap<>();

    /** @param sights of some hours */
    public Pairs(StreetGraph graph, Collection<Sight> sights) {
        this.graph = graph;
        for (Sight sight : sights) {
            if (sight.size() != PersonSize.ADULT
                    && !sight.above().isNothing()
                    && !sight.below().isNothing()) {
                byCamera.computeIfAbsent(sight.camera(), each -> new ArrayList<>())
                        .add(sight);
            }
        }
        byCamera.values().forEach(each -> each.sort(Comparator.comparing(Sight::from)));
    }

    /** Somebody who went from one camera to its neighbour. */
    public record Pair(Sight from, Sight to, double seconds) {}

    /** All pairs that are sure. */
    public List<Pair> matched() {
        List<Pair> pairs = new ArrayList<>();
        byCamera.forEach((camera, seen) -> graph.neighbours(camera).forEach((neighbour, metres) -> {
            List<Sight> there = byCamera.getOrDefault(neighbour, List.of());
            for (Sight sight : seen) {
                Pair pair = match(sight, there, metres);
                if (pair != null) {
                    pairs.add(pair);
                }
            }
        }));
        return pairs;
    }

    private static @Nullable Pair match(Sight from, List<Sight> there, double metres) {
        Pair best = null;
        double bestAlike = 0;
        double second = 0;
        for (Sight to : there) {
            double seconds = Duration.between(from.to(), to.from()).toMillis() / 1000.0;
            if (seconds >= metres / MOST_PACE && seconds <= metres / LEAST_PACE && from.size() == to.size()) {
                double alike = alike(from.above(), to.above()) + alike(from.below(), to.below());
                second = alike > bestAlike ? bestAlike : Math.max(second, alike);
                best = alike > bestAlike ? new Pair(from, to, seconds) : best;
                bestAlike = Math.max(bestAlike, alike);
            }
        }
        return bestAlike >= ALIKE && bestAlike - second >= CLEARLY ? best : null;
    }

    /** How much more the same garment than two of the street's, a natural logarithm. */
    private static double alike(ColourMix one, ColourMix other) {
        double ratio = 0;
        double[] shown = Wardrobe.shown(one);
        for (int i = 0; i < shown.length; i++) {
            ratio += shown[i] * other.at(i) / Wardrobe.worn(i);
        }
        return Math.log(Math.max(1e-6, ratio));
    }
}
