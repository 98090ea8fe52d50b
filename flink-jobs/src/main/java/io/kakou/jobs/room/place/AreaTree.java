package io.kakou.jobs.room.place;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import io.kakou.events.Area;
import io.kakou.events.AreaLevel;
import io.kakou.events.ClockProfile;
import io.kakou.events.Incident;
import io.kakou.events.Point;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The areas as a tree 区 → 街道 → 社区 → 网格. What people enter may be no tree yet: a parent that is missing, or that is
 * its own descendant, ends the way up.
 */
final class AreaTree {
    private final Map<String, Area> byId = new LinkedHashMap<>();
    private final List<Area> deepestFirst;

    private AreaTree(Collection<Area> areas) {
        areas.stream().sorted(comparing(Area::id)).forEach(area -> byId.put(area.id(), area));
        deepestFirst = byId.values().stream().sorted(deepestFirst()).toList();
    }

    static AreaTree of(Collection<Area> areas) {
        return new AreaTree(areas);
    }

    /**
     * The deepest area that holds the alert's place, and the first staffed room from there upward. Where no area holds
     * it, or no room on the way up is staffed, the staffed room nearest the top of the tree answers. Its clock is
     * 1-3-5: the tree knows no other.
     */
    RoutedAlert route(Arrival arrival) {
        Area area = holding(arrival.alert().place());
        String room = Optional.ofNullable(area)
                .flatMap(deepest -> staffed(upFrom(deepest)))
                .or(() -> staffed(topFirst()))
                .orElse(Incident.NO_ROOM);
        return new RoutedAlert(
                arrival.alert(), arrival.loggedAt(), area == null ? null : area.id(), room, ClockProfile.DEFAULT);
    }

    private @Nullable Area holding(@Nullable Point place) {
        if (place == null) {
            return null;
        }
        return deepestFirst.stream()
                .filter(area -> area.contains(place))
                .findFirst()
                .orElse(null);
    }

    private static Optional<String> staffed(List<Area> areas) {
        return areas.stream().map(Area::room).filter(room -> room != null).findFirst();
    }

    /** The area itself, its parent, and so on, each once. */
    private List<Area> upFrom(Area area) {
        List<Area> way = new ArrayList<>();
        for (Area step = area; step != null && !way.contains(step); step = parent(step)) {
            way.add(step);
        }
        return way;
    }

    private @Nullable Area parent(Area area) {
        return area.parent() == null ? null : byId.get(area.parent());
    }

    private List<Area> topFirst() {
        return byId.values().stream()
                .filter(area -> parent(area) == null)
                .sorted(topFirstOrder())
                .toList();
    }

    private Comparator<Area> deepestFirst() {
        return comparingInt(this::rank)
                .thenComparing(area -> upFrom(area).size())
                .reversed()
                .thenComparing(Area::id);
    }

    private Comparator<Area> topFirstOrder() {
        return comparingInt(this::rank).thenComparing(Area::id);
    }

    /** By level; an area of a level not known here ranks with the nearest known one above it. */
    private int rank(Area area) {
        return upFrom(area).stream()
                .map(Area::level)
                .filter(level -> level != AreaLevel.UNKNOWN)
                .findFirst()
                .map(AreaLevel::ordinal)
                .orElse(-1);
    }
}
