package io.kakou.benchmarks.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When cameras had less than their events need. */
final class Attended {
    private final Map<String, List<Double>> less = new HashMap<>();

    /** @param at in seconds of the epoch */
    void hasLess(String camera, double at) {
        less.computeIfAbsent(camera, none -> new ArrayList<>()).add(at);
    }

    /** Whether a camera never had less in this span. */
    boolean whole(String camera, double from, double to) {
        return less.getOrDefault(camera, List.of()).stream().noneMatch(at -> at >= from && at <= to);
    }
}
