package io.kakou.jobs.room.place;

import io.kakou.events.Area;
import io.kakou.events.Incident;
import io.kakou.jobs.room.ground.AreaTree;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whose an event is. The first staffed room on the way up; where none is, the staffed room nearest the top of all
 * areas, for somebody must hear of it now; where no room anywhere is staffed, the first room on the way up and else the
 * one nearest the top, whose people find it when they come in. {@link Incident#NO_ROOM} only where no area has a room.
 */
final class Owners {
    private final AreaTree tree;
    private final Rota rota;
    private final List<String> topFirst;

    Owners(AreaTree tree, Rota rota) {
        this.tree = tree;
        this.rota = rota;
        topFirst = rooms(tree.topFirst()).toList();
    }

    /** @param way the areas that hold the place, the deepest first; empty where none does */
    String owner(List<Area> way, Instant at) {
        Predicate<String> staffed = room -> rota.isStaffed(room, at);
        return rooms(way)
                .filter(staffed)
                .findFirst()
                .or(() -> topFirst.stream().filter(staffed).findFirst())
                .or(() -> Stream.concat(rooms(way), topFirst.stream()).findFirst())
                .orElse(Incident.NO_ROOM);
    }

    /** The other staffed rooms on the way, nearest first. The owner is the first that is staffed there, if any is. */
    List<String> above(List<Area> way, String owner, Instant at) {
        return rooms(way)
                .filter(room -> !room.equals(owner) && rota.isStaffed(room, at))
                .toList();
    }

    /** Who would answer in an area that is across a border: not a room that is above both sides. */
    Stream<String> across(Area area, List<Area> way, Instant at) {
        return rooms(tree.way(area).stream()
                        .takeWhile(step -> !way.contains(step))
                        .toList())
                .filter(room -> rota.isStaffed(room, at))
                .limit(1);
    }

    private static Stream<String> rooms(List<Area> areas) {
        return areas.stream().map(Area::room).filter(Objects::nonNull).distinct();
    }
}
