package io.kakou.events.search;

import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.Point;
import io.kakou.events.Road;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which cameras are next to which, on foot: those that stand next to each other along a road, and the nearest around each.
 * Cameras without a place are not in it, nor are lifts. Never changes.
 */
public final class StreetGraph {
    /** A way along a road is so much longer than the straight line. */
    private static final double ALONG = 1.1;
    /** Where no road is known to lead. */
    private static final double ACROSS = 1.35;
    /** Neighbours along a road may stand so far apart. */
    private static final double ALONG_METRES = 800;

    private static final double ACROSS_METRES = 300;
    private static final int NEAREST = 5;
    /** A camera sees about so far: nearer than this is the same place. */
    private static final double SAME_PLACE_METRES = 15;

    private final Map<String, Point> places = new TreeMap<>();
    private final Map<String, Map<String, Double>> neighbours = new HashMap<>();
    /** Roads that a camera stands along: to another of the same one the way is along it. */
    private final Map<String, Set<String>> roads = new HashMap<>();

    /** Of places by camera. */
    public StreetGraph(Map<String, Point> cameras, Collection<Road> roads) {
        places.putAll(cameras);
        places.keySet().forEach(each -> neighbours.put(each, new TreeMap<>()));
        roads.forEach(this::along);
        around();
    }

    /** Of a street's cameras. */
    public static StreetGraph of(Collection<Camera> cameras, Collection<Road> roads) {
        Map<String, Point> places = new HashMap<>();
        for (Camera camera : cameras) {
            Point place = camera.place();
            if (place != null && camera.kind() != CameraKind.LIFT) {
                places.put(camera.id(), place);
            }
        }
        return new StreetGraph(places, roads);
    }

    public boolean knows(String camera) {
        return places.containsKey(camera);
    }

    public Set<String> cameras() {
        return places.keySet();
    }

    /** Metres to each neighbour. */
    public Map<String, Double> neighbours(String camera) {
        return neighbours.getOrDefault(camera, Map.of());
    }

    private void along(Road road) {
        List<String> known = road.cameras().stream().filter(this::knows).toList();
        known.forEach(each -> roads.computeIfAbsent(each, id -> new TreeSet<>()).add(road.id()));
        for (int i = 1; i < known.size(); i++) {
            double metres = apart(known.get(i - 1), known.get(i));
            if (metres <= ALONG_METRES) {
                join(known.get(i - 1), known.get(i), ALONG * metres);
            }
        }
    }

    /** By squares of the ground: all pairs of 1,562 cameras would be a million distances at each change. */
    private void around() {
        Map<String, List<String>> squares =
                places.keySet().stream().collect(Collectors.groupingBy(each -> square(each, 0, 0)));
        for (String camera : places.keySet()) {
            List<String> near = new ArrayList<>();
            for (int x = -1; x <= 1; x++) {
                for (int y = -1; y <= 1; y++) {
                    near.addAll(squares.getOrDefault(square(camera, x, y), List.of()));
                }
            }
            near.stream()
                    .filter(other ->
                            !other.equals(camera) && !shareRoad(camera, other) && apart(camera, other) <= ACROSS_METRES)
                    .sorted(Comparator.comparingDouble(other -> apart(camera, other)))
                    .limit(NEAREST)
                    .forEach(other -> join(camera, other, ACROSS * apart(camera, other)));
        }
    }

    private boolean shareRoad(String one, String other) {
        return !Collections.disjoint(roads.getOrDefault(one, Set.of()), roads.getOrDefault(other, Set.of()));
    }

    /** About 330 m wide up to 60 degrees north, so that a neighbour lies in this square or one beside it. */
    private String square(String camera, int x, int y) {
        Point place = place(camera);
        long lat = (long) Math.floor(place.latitude() / 0.003);
        double wide = 0.003 / Math.max(0.2, Math.cos(Math.toRadians(lat * 0.003)));
        return ((long) Math.floor(place.longitude() / wide) + x) + ":" + (lat + y);
    }

    private void join(String one, String other, double metres) {
        double least = Math.max(SAME_PLACE_METRES, metres);
        link(one).merge(other, least, Math::min);
        link(other).merge(one, least, Math::min);
    }

    private Map<String, Double> link(String camera) {
        return neighbours.computeIfAbsent(camera, each -> new TreeMap<>());
    }

    private double apart(String one, String other) {
        return Geodesy.metres(place(one), place(other));
    }

    private Point place(String camera) {
        Point place = places.get(camera);
        if (place == null) {
            throw new IllegalArgumentException("camera " + camera + " has no place");
        }
        return place;
    }

    /** Cameras that are reached from a place at once, with the metres to them: those around, or the nearest of all. */
    Map<String, Double> from(Point place) {
        List<Map.Entry<String, Double>> nearest = places.entrySet().stream()
                .map(each -> Map.entry(each.getKey(), Geodesy.metres(place, each.getValue())))
                .sorted(Map.Entry.comparingByValue())
                .limit(NEAREST)
                .toList();
        return nearest.stream()
                .filter(each -> each.getValue()
                        <= Math.max(ACROSS_METRES, nearest.get(0).getValue()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> Math.max(SAME_PLACE_METRES, ACROSS * each.getValue())));
    }

    /** The ways from an anchor to all cameras within so many seconds, or to it from them. */
    Map<String, Way> ways(Anchor anchor, Direction direction, Pace pace, double mostSeconds) {
        Map<String, Way> done = new HashMap<>();
        PriorityQueue<Reached> open = new PriorityQueue<>(
                Comparator.comparingDouble((Reached each) -> each.way().seconds())
                        .thenComparing(Reached::camera));
        String camera = anchor.camera();
        if (camera != null && knows(camera)) {
            open.add(new Reached(camera, new Way(0, 0, 0, -1)));
        } else {
            from(anchor.place()).forEach((id, metres) -> open.add(new Reached(id, pace.first(metres))));
        }
        while (!open.isEmpty()) {
            Reached next = open.poll();
            if (next.way().seconds() <= mostSeconds && done.putIfAbsent(next.camera(), next.way()) == null) {
                neighbours(next.camera())
                        .forEach((id, metres) -> open.add(new Reached(id, beyond(next, id, metres, direction, pace))));
            }
        }
        return done;
    }

    private static Way beyond(Reached at, String id, double metres, Direction direction, Pace pace) {
        return direction == Direction.BACKWARD
                ? pace.beyond(at.way(), id, at.camera(), metres)
                : pace.beyond(at.way(), at.camera(), id, metres);
    }

    private record Reached(String camera, Way way) {}

    /** Where a camera stands, or null where that is not known. */
    public @Nullable Point at(String camera) {
        return places.get(camera);
    }
}
