package io.kakou.app.role;

import io.kakou.analysis.look.Circumstances;
import io.kakou.events.Alert;
import io.kakou.events.EventKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What shifts the work among cameras, by what was alerted lately and by the hour: a camera with an alert goes before others
 * for ten minutes; where two roads were alerted within that time it is taken to rain; in the hours of the way to school and
 * back marked places go before gates. Safe for many threads.
 */
final class Shifts {
    private static final Duration OPEN = Duration.ofMinutes(10);
    private static final int RAINY_ROADS = 2;

    private final ZoneId zone;
    private final List<Hours> school;
    private final Map<String, Opened> open = new HashMap<>();

    /**
     * A part of every day.
     *
     * @param to not in it; later than {@code from}
     */
    record Hours(LocalTime from, LocalTime to) {
        boolean hold(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(to);
        }
    }

    private record Opened(Instant at, EventKind kind) {}

    /** When children are on their way in China's cities, as most schools have it. */
    static final List<Hours> SCHOOL = List.of(
            new Hours(LocalTime.of(7, 0), LocalTime.of(8, 30)), new Hours(LocalTime.of(15, 30), LocalTime.of(18, 0)));

    /** @param zone of the area's calendar */
    Shifts(ZoneId zone, List<Hours> school) {
        this.zone = zone;
        this.school = List.copyOf(school);
    }

    /** An alert begins or ends. */
    synchronized void alerted(Alert alert) {
        switch (alert.phase()) {
            case RAISED -> open.put(alert.camera(), new Opened(alert.at(), alert.kind()));
            case RELEASED, UNKNOWN -> {}
        }
    }

    /** What holds now. */
    Circumstances at(Instant now) {
        return at(now, Set.of());
    }

    /**
     * The same while somebody is searched for.
     *
     * @param searched cameras on the way
     */
    synchronized Circumstances at(Instant now, Set<String> searched) {
        open.values().removeIf(each -> each.at().plus(OPEN).isBefore(now));
        long roads = open.values().stream()
                .filter(each -> each.kind() == EventKind.WATERLOGGING)
                .count();
        LocalTime time = now.atZone(zone).toLocalTime();
        Set<String> cameras = new TreeSet<>(open.keySet());
        return new Circumstances(
                roads >= RAINY_ROADS, school.stream().anyMatch(hours -> hours.hold(time)), true, cameras, searched);
    }
}
