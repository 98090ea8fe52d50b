package io.kakou.jobs.room.place;

import io.kakou.events.Alert;
import io.kakou.events.Area;
import io.kakou.events.ClockProfile;
import io.kakou.events.Incident;
import io.kakou.events.Informed;
import io.kakou.events.InformedAs;
import io.kakou.events.Point;
import io.kakou.events.SecondOwner;
import io.kakou.jobs.room.ground.AreaTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who answers for an alert, who is told besides, by which clock, along which road: as the registry says now. */
final class Router {
    /** So that the ladder, too, finds room in an incident. */
    private static final int MOST_TOLD = Incident.MOST_INFORMED / 2;

    private final AreaTree tree;
    private final Rota rota;
    private final Clocks clocks;
    private final Roads roads;
    private final List<SecondOwner> seconds;
    private final double borderMetres;
    private final Owners owners;

    Router(Registry registry, double borderMetres) {
        tree = registry.tree();
        rota = registry.rota();
        clocks = registry.clocks();
        roads = registry.roads();
        seconds = registry.seconds();
        this.borderMetres = borderMetres;
        owners = new Owners(tree, rota);
    }

    RoutedAlert route(Arrival arrival) {
        Alert alert = arrival.alert();
        Area area = tree.holding(alert.place());
        List<Area> way = area == null ? List.of() : tree.way(area);
        String room = owners.owner(way, alert.at());
        ClockProfile clock = clocks.of(alert.kind(), way);
        Optional<Roads.Spot> spot = roads.spot(alert.camera(), alert.kind());
        return new RoutedAlert(
                alert,
                arrival.loggedAt(),
                area == null ? null : area.id(),
                room,
                clock,
                rota.calendar(clock.calendar()),
                told(alert, way, room),
                owners.above(way, room, alert.at()),
                spot.map(Roads.Spot::road).orElse(null),
                spot.map(Roads.Spot::beside).orElse(List.of()));
    }

    /** Second owners before neighbours, each room once, never the owner. */
    private List<Informed> told(Alert alert, List<Area> way, String owner) {
        Map<String, Informed> told = new LinkedHashMap<>();
        for (SecondOwner second : seconds) {
            if (isFor(second, alert, way)) {
                add(told, new Informed(second.room(), InformedAs.SECOND_OWNER, alert.at(), second.area()));
            }
        }
        neighbours(alert, way).forEach(neighbour -> add(told, neighbour));
        told.remove(owner);
        return told.values().stream().limit(MOST_TOLD).toList();
    }

    private static void add(Map<String, Informed> told, Informed room) {
        told.putIfAbsent(room.room(), room);
    }

    private static boolean isFor(SecondOwner second, Alert alert, List<Area> way) {
        boolean kind = second.kinds().isEmpty() || second.kinds().contains(alert.kind());
        return kind
                && (second.area() == null
                        || way.stream().anyMatch(area -> area.id().equals(second.area())));
    }

    private List<Informed> neighbours(Alert alert, List<Area> way) {
        Point place = alert.place();
        List<Informed> neighbours = new ArrayList<>();
        if (place == null || borderMetres == 0) {
            return neighbours;
        }
        for (AreaTree.Near near : tree.across(place, way.isEmpty() ? null : way.get(0), borderMetres)) {
            owners.across(near.area(), way, alert.at())
                    .map(room -> new Informed(
                            room, InformedAs.NEIGHBOUR, alert.at(), near.area().id()))
                    .forEach(neighbours::add);
        }
        return neighbours;
    }
}
