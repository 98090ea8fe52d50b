package io.kakou.jobs.room.ground;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import io.kakou.events.Area;
import io.kakou.events.AreaLevel;
import io.kakou.events.Point;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The areas as a tree 区 → 街道 → 社区 → 网格. What people enter may be no tree yet: a parent that is missing, or that is
 * its own descendant, ends the way up.
 */
public final class AreaTree {
    private static final Comparator<Node> DEEPEST_FIRST = comparingInt(Node::rank)
            .thenComparingInt(Node::depth)
            .reversed()
            .thenComparing(node -> node.area().id());

    private static final Comparator<Node> TOP_FIRST = comparingInt(AreaTree::topRank)
            .thenComparingInt(Node::depth)
            .thenComparing(node -> node.area().id());

    private final Map<String, Node> byId = new TreeMap<>();
    private final List<Area> topFirst;
    private final @Nullable BoxTree index;

    /**
     * An area in the tree.
     *
     * @param way itself, its parent, and so on
     * @param rank by level; an area of a level not known here ranks with the nearest known one above it; -1: with none
     */
    private record Node(Area area, List<Area> way, int rank) {
        int depth() {
            return way.size();
        }
    }

    /** An area that lies so many metres from a place. */
    public record Near(Area area, double metres) {}

    private AreaTree(Collection<Ground> grounds) {
        Map<String, Area> areas = new HashMap<>();
        grounds.forEach(ground -> areas.put(ground.area().id(), ground.area()));
        areas.values().forEach(area -> byId.put(area.id(), node(area, areas)));
        topFirst = byId.values().stream().sorted(TOP_FIRST).map(Node::area).toList();
        List<Piece> pieces =
                grounds.stream().flatMap(ground -> ground.pieces().stream()).toList();
        index = pieces.isEmpty() ? null : new BoxTree(pieces);
    }

    /** Each area once. */
    public static AreaTree of(Collection<Ground> grounds) {
        return new AreaTree(grounds);
    }

    private static Node node(Area area, Map<String, Area> areas) {
        List<Area> way = new ArrayList<>();
        for (Area step = area; step != null && !way.contains(step); ) {
            way.add(step);
            step = step.parent() == null ? null : areas.get(step.parent());
        }
        int rank = way.stream()
                .map(Area::level)
                .filter(level -> level != AreaLevel.UNKNOWN)
                .findFirst()
                .map(AreaLevel::ordinal)
                .orElse(-1);
        return new Node(area, List.copyOf(way), rank);
    }

    /**
     * The deepest area that holds the place, or null. Borders are those of {@link io.kakou.events.Polygon#contains};
     * where areas of one level lie on each other, the one with the smaller id holds what both claim.
     */
    public @Nullable Area holding(@Nullable Point place) {
        if (place == null || index == null) {
            return null;
        }
        Deepest deepest = new Deepest();
        index.meeting(Box.at(place), piece -> deepest.offer(piece, place));
        return deepest.found == null ? null : deepest.found.area();
    }

    /** Tests the outline of those alone that would be deeper than what is found. */
    private final class Deepest {
        private @Nullable Node found;

        void offer(Piece piece, Point place) {
            Node node = node(piece.area());
            if ((found == null || DEEPEST_FIRST.compare(node, found) < 0) && piece.holds(place)) {
                found = node;
            }
        }
    }

    /** The area itself, its parent, and so on, each once. */
    public List<Area> way(Area area) {
        return node(area).way();
    }

    private Node node(Area area) {
        Node node = byId.get(area.id());
        if (node == null) {
            throw new IllegalArgumentException("area " + area.id() + " is not in the tree; allowed: " + byId.keySet());
        }
        return node;
    }

    /** All of them, the largest first; of one level those with fewer above them, then by id. */
    public List<Area> topFirst() {
        return topFirst;
    }

    private static int topRank(Node node) {
        return node.rank() < 0 ? Integer.MAX_VALUE : node.rank();
    }

    /**
     * The areas on the other side of a border within so many metres, nearest first. The area that holds the place,
     * those above and those below it are not across a border from it. Of areas across that lie in each other the
     * deepest stands for all: it is who would answer there.
     *
     * @param holding what {@link #holding} says of the place
     */
    public List<Near> across(Point place, @Nullable Area holding, double metres) {
        List<Area> own = holding == null ? List.of() : way(holding);
        List<Near> near = near(place, metres).stream()
                .filter(each -> !own.contains(each.area())
                        && (holding == null || !way(each.area()).contains(holding)))
                .toList();
        return near.stream()
                .filter(each -> near.stream().noneMatch(other -> isAbove(each, other)))
                .toList();
    }

    private boolean isAbove(Near one, Near other) {
        return !one.equals(other) && way(other.area()).contains(one.area());
    }

    private List<Near> near(Point place, double metres) {
        if (index == null) {
            return List.of();
        }
        LocalScale scale = LocalScale.at(place);
        Map<String, Near> nearest = new LinkedHashMap<>();
        index.meeting(Box.at(place).wider(metres / scale.east(), metres / scale.north()), piece -> {
            double distance = piece.metresFrom(place, scale);
            if (distance <= metres) {
                Near near = new Near(piece.area(), distance);
                nearest.merge(piece.area().id(), near, (one, other) -> one.metres() <= other.metres() ? one : other);
            }
        });
        return nearest.values().stream()
                .sorted(comparingDouble(Near::metres)
                        .thenComparing(near -> near.area().id()))
                .toList();
    }
}
