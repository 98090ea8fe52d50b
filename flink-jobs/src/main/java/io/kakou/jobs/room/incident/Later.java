package io.kakou.jobs.room.incident;

import io.kakou.events.ClockLimit;
import io.kakou.events.ClockProfile;
import io.kakou.events.ClockStep;
import io.kakou.events.Rung;
import io.kakou.events.WorkCalendar;
import io.kakou.jobs.room.place.RoutedAlert;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of an incident's clock has not begun when it is opened, as the profile had it then.
 *
 * @param limits of steps that follow others
 * @param calendar whose hours they count, or null
 * @param ladder who is told of what ran out
 * @param above the staffed rooms above the incident's, nearest first
 * @param climbed rungs that were told, by their number
 */
public record Later(
        List<ClockLimit> limits,
        @Nullable WorkCalendar calendar,
        List<Rung> ladder,
        List<String> above,
        List<Integer> climbed) {
    static final Later NOTHING = new Later(List.of(), null, List.of(), List.of(), List.of());

    public Later {
        limits = List.copyOf(limits);
        ladder = List.copyOf(ladder);
        above = List.copyOf(above);
        climbed = List.copyOf(climbed);
    }

    static Later of(RoutedAlert routed) {
        ClockProfile clock = routed.clock();
        List<ClockLimit> limits = clock.limits().stream()
                .filter(limit -> !limit.step().startsAtOpening() && limit.step() != ClockStep.UNKNOWN)
                .toList();
        // Most clocks have neither, and a hundred thousand incidents are kept.
        WorkCalendar calendar = limits.isEmpty() ? null : routed.calendar();
        List<String> above = clock.ladder().isEmpty() ? List.of() : routed.above();
        return new Later(limits, calendar, clock.ladder(), above, List.of());
    }

    Optional<ClockLimit> limit(ClockStep step) {
        return limits.stream().filter(limit -> limit.step() == step).findFirst();
    }

    Later climbed(int rung) {
        return new Later(
                limits,
                calendar,
                ladder,
                above,
                Stream.concat(climbed.stream(), Stream.of(rung)).toList());
    }
}
