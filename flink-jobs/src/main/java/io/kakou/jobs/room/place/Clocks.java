package io.kakou.jobs.room.place;

import static java.util.Comparator.comparing;

import io.kakou.events.ClockProfile;
import io.kakou.events.EventKind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which clock an event runs by: the profile that names its kind, else one for all kinds, else 1-3-5. */
final class Clocks {
    private final List<ClockProfile> profiles;

    private Clocks(List<ClockProfile> profiles) {
        this.profiles = profiles;
    }

    static Clocks of(Collection<ClockProfile> profiles) {
        return new Clocks(profiles.stream().sorted(comparing(ClockProfile::id)).toList());
    }

    ClockProfile of(EventKind kind) {
        return first(profile -> profile.kinds().contains(kind))
                .or(() -> first(profile -> profile.kinds().isEmpty()))
                .orElse(ClockProfile.DEFAULT);
    }

    private Optional<ClockProfile> first(Predicate<ClockProfile> which) {
        return profiles.stream().filter(which).findFirst();
    }
}
