package io.kakou.jobs.room.place;

import static java.util.Comparator.comparing;

import io.kakou.events.Area;
import io.kakou.events.ClockProfile;
import io.kakou.events.EventKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which clock an event runs by: a profile of the nearest area on the way up that has one for it, else one for
 * everywhere, else 1-3-5. At one area a profile that names the kind goes before one for all kinds; of several the one
 * with the smallest id.
 */
final class Clocks {
    private final Map<String, List<ClockProfile>> byArea = new HashMap<>();
    private final List<ClockProfile> everywhere = new ArrayList<>();

    private Clocks() {}

    static Clocks of(Collection<ClockProfile> profiles) {
        Clocks all = new Clocks();
        profiles.stream().sorted(comparing(ClockProfile::id)).forEach(all::add);
        return all;
    }

    private void add(ClockProfile profile) {
        if (profile.areas().isEmpty()) {
            everywhere.add(profile);
        }
        profile.areas().forEach(area -> byArea.computeIfAbsent(area, none -> new ArrayList<>())
                .add(profile));
    }

    /** @param way the areas that hold the place, the deepest first; empty where none does */
    ClockProfile of(EventKind kind, List<Area> way) {
        return way.stream()
                .map(area -> best(byArea.getOrDefault(area.id(), List.of()), kind))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> best(everywhere, kind))
                .orElse(ClockProfile.DEFAULT);
    }

    private static Optional<ClockProfile> best(List<ClockProfile> profiles, EventKind kind) {
        return profiles.stream()
                .filter(profile -> profile.kinds().contains(kind))
                .findFirst()
                .or(() -> profiles.stream()
                        .filter(profile -> profile.kinds().isEmpty())
                        .findFirst());
    }
}
