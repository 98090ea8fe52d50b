package io.kakou.jobs.room.announce;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import io.kakou.events.EventKind;
import io.kakou.events.IncidentState;
import io.kakou.events.Shelf;
import io.kakou.events.Situation;
import io.kakou.events.SituationKind;
import io.kakou.events.SituationPlace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A situation's list: worst first. */
final class Ranking {
    private static final Comparator<SituationPlace> WORST_FIRST = comparingLong((SituationPlace line) -> -line.parts())
            .thenComparing(line -> -line.cameras().size())
            .thenComparing(SituationPlace::since)
            .thenComparing(SituationPlace::incident);

    private Ranking() {}

    static Situation situation(String room, EventKind kind, Running running, List<Known> members) {
        List<SituationPlace> lines = new ArrayList<>(
                switch (running.kind()) {
                    case CEILING -> cards(members);
                    case FLOOD, UNKNOWN -> members.stream().map(Ranking::line).toList();
                });
        lines.sort(WORST_FIRST);
        int shown = Math.min(lines.size(), Situation.MOST_PLACES);
        return new Situation(
                running.id(),
                room,
                kind,
                running.kind(),
                running.since(),
                null,
                running.version(),
                running.announced(),
                running.listed(),
                running.kind() == SituationKind.CEILING,
                running.cameras(),
                lines.subList(0, shown),
                lines.size() - shown + running.unheld());
    }

    static Situation ended(Situation last, Instant until) {
        return new Situation(
                last.id(),
                last.room(),
                last.event(),
                last.kind(),
                last.since(),
                until,
                last.version(),
                last.announced(),
                last.listed(),
                last.miscalibrated(),
                last.cameras(),
                last.places(),
                last.leftOut());
    }

    /** Which of those that were only listed is heard first. */
    static Comparator<Known> worstFirst() {
        return comparing(Ranking::line, WORST_FIRST);
    }

    private static SituationPlace line(Known one) {
        SeatIncident incident = one.incident();
        return new SituationPlace(
                incident.line(),
                incident.id(),
                incident.road(),
                incident.area(),
                1,
                incident.parts(),
                incident.cameras(),
                incident.openedAt(),
                incident.state(),
                incident.released(),
                incident.overdue(),
                until(one.shelf()),
                one.mute());
    }

    private static List<SituationPlace> cards(List<Known> members) {
        Map<String, List<Known>> places = new LinkedHashMap<>();
        members.forEach(one -> places.computeIfAbsent(one.incident().card(), place -> new ArrayList<>())
                .add(one));
        return places.entrySet().stream()
                .map(place -> card(place.getKey(), place.getValue()))
                .toList();
    }

    private static SituationPlace card(String place, List<Known> on) {
        List<SeatIncident> incidents = on.stream().map(Known::incident).toList();
        SeatIncident newest =
                incidents.stream().max(comparing(SeatIncident::openedAt)).orElseThrow();
        return new SituationPlace(
                place,
                newest.id(),
                null,
                newest.area(),
                incidents.size(),
                incidents.stream().mapToLong(SeatIncident::parts).sum(),
                incidents.stream()
                        .map(SeatIncident::cameras)
                        .flatMap(Collection::stream)
                        .distinct()
                        .limit(SituationPlace.MOST_CAMERAS)
                        .toList(),
                incidents.stream()
                        .map(SeatIncident::openedAt)
                        .min(Instant::compareTo)
                        .orElseThrow(),
                incidents.stream()
                        .map(SeatIncident::state)
                        .min(IncidentState::compareTo)
                        .orElseThrow(),
                incidents.stream().allMatch(SeatIncident::released),
                incidents.stream().anyMatch(SeatIncident::overdue),
                on.stream().allMatch(one -> one.shelf() != null)
                        ? until(on.get(0).shelf())
                        : null,
                on.stream().allMatch(one -> one.mute() != null) ? on.get(0).mute() : null);
    }

    private static @Nullable Instant until(@Nullable Shelf shelf) {
        return shelf == null ? null : shelf.until();
    }
}
