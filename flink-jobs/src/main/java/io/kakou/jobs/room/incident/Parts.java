package io.kakou.jobs.room.incident;

import io.kakou.events.Alert;
import io.kakou.events.Deadline;
import io.kakou.events.Id;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Part;
import io.kakou.jobs.room.place.RoutedAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The places of an incident along a road. Cameras that stand next to each other see one place; between two places at
 * least one camera sees none. Each has a clock of its own. What grows together later stays two: units may be on their way to both.
 */
final class Parts {
    private Parts() {}

    static Part first(String incident, Alert alert) {
        return new Part(
                Id.hash(incident, alert.id()),
                alert.camera(),
                List.of(alert.camera()),
                alert.place(),
                IncidentState.REPORTED,
                null,
                alert.onset(),
                alert.at(),
                1);
    }

    /** The clock of a place that begins then; of the whole incident where it has none. */
    static List<Deadline> clock(RoutedAlert routed, Instant at, @Nullable String part) {
        return routed.clock().deadlines(at, routed.calendar()).stream()
                .map(deadline -> deadline.ofPart(part))
                .toList();
    }

    /** The open place that an alert is of: that of its own camera before that of one beside it. */
    static Optional<Part> at(List<Part> parts, RoutedAlert routed) {
        String camera = routed.alert().camera();
        return open(parts)
                .filter(part -> part.cameras().contains(camera))
                .findFirst()
                .or(() -> open(parts)
                        .filter(part -> routed.beside().stream().anyMatch(part.cameras()::contains))
                        .findFirst());
    }

    private static Stream<Part> open(List<Part> parts) {
        return parts.stream().filter(part -> part.state().isOpen());
    }

    static boolean haveRoom(List<Part> parts) {
        return parts.size() < Incident.MOST_PARTS;
    }

    static Part seen(Part part, Alert alert) {
        boolean known =
                part.cameras().contains(alert.camera()) || part.cameras().size() >= Part.MOST_CAMERAS;
        List<String> cameras = known
                ? part.cameras()
                : Stream.concat(part.cameras().stream(), Stream.of(alert.camera()))
                        .toList();
        Instant newest = part.lastAlertAt().isAfter(alert.at()) ? part.lastAlertAt() : alert.at();
        return with(part, cameras, newest, part.present() + 1);
    }

    static List<Part> released(List<Part> parts, String id) {
        return parts.stream()
                .map(part -> part.id().equals(id)
                        ? with(part, part.cameras(), part.lastAlertAt(), Math.max(0, part.present() - 1))
                        : part)
                .toList();
    }

    /** The part in the place of the one of its id, or behind the others. */
    static List<Part> with(List<Part> parts, Part part) {
        List<Part> all = new ArrayList<>(parts);
        all.replaceAll(each -> each.id().equals(part.id()) ? part : each);
        if (!all.contains(part)) {
            all.add(part);
        }
        return all;
    }

    private static Part with(Part part, List<String> cameras, Instant lastAlertAt, long present) {
        return new Part(
                part.id(),
                part.camera(),
                cameras,
                part.place(),
                part.state(),
                part.unit(),
                part.openedAt(),
                lastAlertAt,
                present);
    }
}
