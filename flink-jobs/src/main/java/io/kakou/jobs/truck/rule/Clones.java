package io.kakou.jobs.truck.rule;

import io.kakou.events.Point;
import io.kakou.jobs.truck.plate.Other;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plates that two trucks bear: seen at two places between which nobody drives so fast. A misread plate looks the same, so each
 * side must be read so surely, or so often, that it is none.
 */
record Clones(TruckRuleSettings settings) {
    /** Of readings that are wrong, the share that happens to say just this plate: few do. */
    private static final double HITS = 0.02;

    private static final double LEAST = 1e-9;
    /** Two cameras of a city are never further apart in time than this where a drive between them is impossible. */
    private static final double LONGEST_SECONDS = 3_600;

    /** Ids of the sightings that cannot all be of one truck, each with those that it contradicts. */
    Map<String, List<Seen>> of(Dossier dossier) {
        Map<String, List<Seen>> against = conflicts(dossier.seen());
        Map<String, List<Seen>> proven = new HashMap<>();
        for (Seen one : dossier.seen()) {
            for (Seen other : against.getOrDefault(one.id(), List.of())) {
                if (strength(against.getOrDefault(one.id(), List.of())) >= settings.cloneStrength()
                        && strength(against.getOrDefault(other.id(), List.of())) >= settings.cloneStrength()) {
                    proven.computeIfAbsent(one.id(), none -> new ArrayList<>()).add(other);
                }
            }
        }
        return proven;
    }

    private Map<String, List<Seen>> conflicts(List<Seen> seen) {
        Map<String, List<Seen>> against = new HashMap<>();
        for (int i = 0; i < seen.size(); i++) {
            for (int j = i + 1; j < seen.size() && apart(seen.get(i), seen.get(j)) <= LONGEST_SECONDS; j++) {
                if (isImpossible(seen.get(i), seen.get(j))) {
                    against.computeIfAbsent(seen.get(i).id(), none -> new ArrayList<>())
                            .add(seen.get(j));
                    against.computeIfAbsent(seen.get(j).id(), none -> new ArrayList<>())
                            .add(seen.get(i));
                }
            }
        }
        return against;
    }

    private boolean isImpossible(Seen one, Seen other) {
        Point from = one.place();
        Point to = other.place();
        if (from == null || to == null) {
            return false;
        }
        double metres = Metres.between(from, to);
        double seconds = apart(one, other) + settings.clockSeconds();
        return metres >= settings.leastMetres() && metres / seconds * 3.6 > settings.fastestKmh();
    }

    private static double apart(Seen one, Seen other) {
        return Duration.between(one.at(), other.at()).abs().toMillis() / 1e3;
    }

    /** Minus the logarithm of the chance that all of them were misread; each camera once. */
    private static double strength(List<Seen> side) {
        Set<String> cameras = new HashSet<>();
        double sum = 0;
        for (Seen each : side) {
            if (cameras.add(each.camera())) {
                double others = each.belief().others().stream()
                        .mapToDouble(Other::weight)
                        .sum();
                sum -= Math.log(
                        Math.max(LEAST, Math.max(others, (1 - each.belief().weight()) * HITS)));
            }
        }
        return sum;
    }
}
