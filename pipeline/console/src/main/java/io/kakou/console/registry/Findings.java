package io.kakou.console.registry;

import io.kakou.console.areas.AreaMap;
import io.kakou.events.Area;
import io.kakou.events.Camera;
import io.kakou.events.Duty;
import io.kakou.events.Road;
import io.kakou.events.Rung;
import io.kakou.events.SecondOwner;
import io.kakou.events.WorkCalendar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What in a file does not fit what else is known. It may be meant, so it is told and not refused. */
final class Findings {
    private final Map<String, List<String>> lines = new LinkedHashMap<>();

    private Findings() {}

    static Map<String, List<String>> ofRoads(RoadFiles.Read read, List<Camera> cameras, AreaMap areas) {
        Map<String, List<String>> roadsOf = new LinkedHashMap<>();
        for (Road road : read.roads()) {
            road.cameras().forEach(camera -> roadsOf.computeIfAbsent(camera, none -> new ArrayList<>())
                    .add(road.id()));
        }
        Set<String> known = cameras.stream().map(Camera::id).collect(Collectors.toSet());
        Findings found = new Findings();
        found.add("misplacedRoads", read.misplaced().stream());
        found.add(
                "emptyRoads",
                read.roads().stream().filter(road -> road.cameras().isEmpty()).map(Road::name));
        found.add(
                "unknownCameras",
                roadsOf.entrySet().stream()
                        .filter(each -> !known.contains(each.getKey()))
                        .map(each -> each.getKey() + " (" + String.join(", ", each.getValue()) + ")"));
        found.add(
                "camerasOnTwoRoads",
                roadsOf.entrySet().stream()
                        .filter(each -> each.getValue().size() > 1)
                        .map(each -> each.getKey() + " (" + String.join(", ", each.getValue()) + ")"));
        List<Camera> ofRoads = cameras.stream().filter(DrawnRoads::isOfRoads).toList();
        found.add(
                "camerasOnNoRoad",
                ofRoads.stream().filter(each -> !roadsOf.containsKey(each.id())).map(Camera::name));
        found.add(
                "camerasWithoutPlace",
                ofRoads.stream().filter(each -> each.place() == null).map(Camera::name));
        found.add(
                "camerasOutside",
                ofRoads.stream()
                        .filter(each ->
                                each.place() != null && areas.at(each.place()).isEmpty())
                        .map(Camera::name));
        return found.lines;
    }

    static Map<String, List<String>> ofRooms(Held held, AreaMap areas) {
        Set<String> areaIds = areas.all().stream().map(Area::id).collect(Collectors.toSet());
        Set<String> calendars = held.calendars().stream().map(WorkCalendar::id).collect(Collectors.toSet());
        Findings found = new Findings();
        found.add(
                "unknownAreas",
                namedAreas(held)
                        .filter(named -> !areaIds.contains(named.what()))
                        .map(Named::line));
        found.add(
                "unknownCalendars",
                namedCalendars(held)
                        .filter(named -> !calendars.contains(named.what()))
                        .map(Named::line));
        Set<String> rooms = rooms(held, areas);
        found.add(
                "unknownRooms",
                namedRooms(held).filter(named -> !rooms.contains(named.what())).map(Named::line));
        found.add(
                "neverStaffed",
                held.duties().stream().filter(duty -> duty.shifts().isEmpty()).map(Duty::room));
        return found.lines;
    }

    /** Something that a record names. */
    private record Named(String by, String what) {
        String line() {
            return what + " (" + by + ")";
        }
    }

    private static Stream<Named> namedAreas(Held held) {
        return Stream.concat(
                held.clocks().stream()
                        .flatMap(clock -> clock.areas().stream().map(area -> new Named(clock.key(), area))),
                held.secondOwners().stream().flatMap(second -> named(second.key(), second.area())));
    }

    private static Stream<Named> namedCalendars(Held held) {
        return Stream.concat(
                held.clocks().stream().flatMap(clock -> named(clock.key(), clock.calendar())),
                held.duties().stream().flatMap(duty -> named(duty.key(), duty.calendar())));
    }

    private static Stream<Named> namedRooms(Held held) {
        return Stream.concat(
                held.duties().stream().map(duty -> new Named(duty.key(), duty.room())),
                held.clocks().stream()
                        .flatMap(clock ->
                                clock.ladder().stream().map(Rung::room).flatMap(room -> named(clock.key(), room))));
    }

    private static Stream<Named> named(String by, @Nullable String what) {
        return what == null ? Stream.empty() : Stream.of(new Named(by, what));
    }

    /** Those of areas, and those that are told besides, which have none. */
    private static Set<String> rooms(Held held, AreaMap areas) {
        return Stream.concat(
                        areas.all().stream().map(Area::room).filter(Objects::nonNull),
                        held.secondOwners().stream().map(SecondOwner::room))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void add(String code, Stream<String> found) {
        lines.put(code, found.toList());
    }
}
