package io.kakou.benchmarks.trucks;

import io.kakou.benchmarks.trucks.story.Pass;
import io.kakou.events.truck.TruckReason;
import io.kakou.events.truck.TruckVerdict;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The newest verdict of each thing. */
final class Verdicts {
    private final Map<String, TruckVerdict> newest = new HashMap<>();
    private final Map<Place, TruckVerdict> byPlace = new HashMap<>();

    private record Place(String camera, Instant at) {}

    void take(TruckVerdict verdict) {
        TruckVerdict known = newest.get(verdict.id());
        if (known == null || known.version() < verdict.version()) {
            newest.put(verdict.id(), verdict);
            // What was read again as another plate has two: the later one holds.
            if (verdict.reason() != TruckReason.READ_AGAIN && verdict.reason() != TruckReason.TRUCK_UNSURE) {
                byPlace.put(new Place(String.valueOf(verdict.camera()), verdict.at()), verdict);
            }
        }
    }

    int places() {
        return byPlace.size();
    }

    boolean has(Pass pass) {
        return byPlace.containsKey(new Place(pass.camera(), pass.at()));
    }

    TruckVerdict of(Pass pass) {
        TruckVerdict verdict = byPlace.get(new Place(pass.camera(), pass.at()));
        if (verdict == null) {
            throw new IllegalStateException("nothing was said of " + pass);
        }
        return verdict;
    }

    Set<String> cloned() {
        return newest.values().stream()
                .filter(each -> each.reason() == TruckReason.CLONED_PLATE)
                .map(TruckVerdict::plate)
                .collect(Collectors.toSet());
    }

    int withdrawn() {
        return (int) newest.values().stream()
                .filter(each -> each.withdrawn() != null && each.reason() == TruckReason.PERMITTED)
                .count();
    }
}
