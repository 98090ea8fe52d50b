package io.kakou.console.geojson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the features are a tree: each id once, each parent there, no circle. */
final class TreeCheck {
    private static final int MOST_NAMED = 10;

    private final Map<String, Feature> byId = new LinkedHashMap<>();
    private final List<String> repeated = new ArrayList<>();

    void add(Feature feature) {
        String id = feature.id();
        if (id == null) {
            return;
        }
        Feature first = byId.putIfAbsent(id, feature);
        if (first != null) {
            repeated.add(feature.label() + ": id is also that of " + first.label() + "; allowed: each id once");
        }
    }

    void check(Problems problems) {
        repeated.forEach(problems::add);
        Set<String> told = new LinkedHashSet<>();
        for (Feature feature : byId.values()) {
            String parent = feature.parent();
            if (parent != null && !byId.containsKey(parent)) {
                problems.add(
                        feature.label() + ": parent \"" + parent + "\" is no area of this file; allowed: " + ids());
            }
            List<String> circle = circle(feature);
            if (!circle.isEmpty() && told.addAll(circle)) {
                problems.add(feature.label() + ": its parents go in a circle, " + String.join(" → ", circle) + " → "
                        + circle.get(0) + "; allowed: a tree");
            }
        }
    }

    /** The ids of the circle that the feature is part of; empty where it is in none. */
    private List<String> circle(Feature feature) {
        Set<String> way = new LinkedHashSet<>();
        @Nullable Feature step = feature;
        while (step != null && step.id() != null && way.add(step.id())) {
            step = step.parent() == null ? null : byId.get(step.parent());
        }
        return step == feature ? List.copyOf(way) : List.of();
    }

    private String ids() {
        String some = byId.keySet().stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return byId.size() > MOST_NAMED ? some + ", and " + (byId.size() - MOST_NAMED) + " more" : some;
    }
}
