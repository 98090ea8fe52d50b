package io.kakou.jobs.room.place;

import io.kakou.events.Alert;
import io.kakou.events.Area;
import io.kakou.events.Point;
import io.kakou.events.Polygon;
import io.kakou.events.Ring;
import io.kakou.events.SecondOwner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who answers and who is told, looked for in every area one by one: winding numbers in whole numbers where the routing
 * crosses edges in fractions, straight lines through the earth where it measures on a plane.
 */
final class BruteForce {
    /** Whole numbers a degree; a point of a test is a whole number of them. */
    static final double UNITS = 16 / TownMap.STEP;

    /** A room is staffed from one hour of the day in Hangzhou up to another. */
    record Hours(int from, int to) {
        boolean hold(Instant at) {
            int hour = (int) ((at.getEpochSecond() / 3_600 + 8) % 24);
            return from <= hour && hour < to;
        }
    }

    /** @param told the rooms across the border, without second owners */
    record Answer(@Nullable String area, String owner, Set<String> seconds, Set<String> told, boolean isUnsure) {}

    private static final class Line {
        private final long[] x;
        private final long[] y;
        private final double[][] metres;

        Line(int corners) {
            x = new long[corners];
            y = new long[corners];
            metres = new double[corners][];
        }
    }

    private record Near(Area area, boolean holds, double metres) {}

    private record Land(Area area, List<List<Line>> polygons) {
        /** Whether the place is no farther from the first corner than the farthest corner, and 50 m. */
        boolean reaches(double[] from) {
            double[] first = polygons.get(0).get(0).metres[0];
            double farthest = 0;
            for (List<Line> polygon : polygons) {
                for (double[] corner : polygon.get(0).metres) {
                    farthest = Math.max(farthest, distance(first, corner, corner));
                }
            }
            return Math.sqrt(distance(first, from, from)) < Math.sqrt(farthest) + 50;
        }
    }

    private final List<Land> lands = new ArrayList<>();
    private final Map<String, Area> areas = new HashMap<>();
    private final Map<String, Hours> hours;
    private final List<SecondOwner> seconds;

    BruteForce(List<Area> areas, Map<String, Hours> hours, List<SecondOwner> seconds) {
        areas.forEach(area -> this.areas.put(area.id(), area));
        areas.forEach(area -> lands.add(
                new Land(area, area.polygons().stream().map(BruteForce::lines).toList())));
        this.hours = hours;
        this.seconds = seconds;
    }

    private static List<Line> lines(Polygon polygon) {
        return polygon.rings().stream().map(Ring::points).map(BruteForce::line).toList();
    }

    private static Line line(List<Point> ring) {
        int n = ring.size();
        Line line = new Line(n);
        for (int i = 0; i < n; i++) {
            line.x[i] = units(ring.get(i).longitude());
            line.y[i] = units(ring.get(i).latitude());
            line.metres[i] = metres(ring.get(i));
        }
        return line;
    }

    private static long units(double degrees) {
        return Math.round(degrees * UNITS);
    }

    Answer answer(Alert alert) {
        Point place = alert.place();
        List<Near> near = near(place);
        Area deepest = near.stream()
                .filter(Near::holds)
                .map(Near::area)
                .max(Comparator.comparing(Area::level).thenComparing(Area::id, Comparator.reverseOrder()))
                .orElse(null);
        List<Area> way = way(deepest);
        String owner = way.stream()
                .filter(area -> isStaffed(area, alert.at()))
                .findFirst()
                .or(() -> areas.values().stream()
                        .filter(area -> isStaffed(area, alert.at()))
                        .min(Comparator.comparing(Area::level).thenComparing(Area::id)))
                .map(Area::room)
                .orElseThrow();
        Set<String> told = across(near, way, alert.at(), 30);
        boolean unsure = !across(near, way, alert.at(), 29.99).equals(across(near, way, alert.at(), 30.01));
        Set<String> others = new TreeSet<>();
        for (SecondOwner second : seconds) {
            boolean here = second.area() == null || way.contains(areas.get(second.area()));
            if (here && (second.kinds().isEmpty() || second.kinds().contains(alert.kind()))) {
                others.add(second.room());
            }
        }
        others.remove(owner);
        told.removeAll(others);
        told.remove(owner);
        return new Answer(deepest == null ? null : deepest.id(), owner, others, told, unsure);
    }

    private List<Area> way(@Nullable Area from) {
        List<Area> way = new ArrayList<>();
        for (Area at = from; at != null; at = at.parent() == null ? null : areas.get(at.parent())) {
            way.add(at);
        }
        return way;
    }

    private boolean isStaffed(Area area, Instant at) {
        Hours held = hours.get(String.valueOf(area.room()));
        return area.room() != null && (held == null || held.hold(at));
    }

    private List<Near> near(@Nullable Point place) {
        if (place == null) {
            return List.of();
        }
        double[] from = metres(place);
        return lands.stream()
                .filter(land -> land.reaches(from))
                .map(land -> new Near(land.area(), holds(land, place), distance(land, from)))
                .filter(near -> near.holds() || near.metres() < 31)
                .toList();
    }

    private Set<String> across(List<Near> all, List<Area> way, Instant at, double limit) {
        List<Area> near = all.stream()
                .filter(each -> each.holds() || each.metres() <= limit)
                .map(Near::area)
                .filter(area ->
                        !way.contains(area) && (way.isEmpty() || !way(area).contains(way.get(0))))
                .toList();
        Set<String> rooms = new TreeSet<>();
        for (Area area : near) {
            boolean hasDeeper = near.stream()
                    .anyMatch(other -> !other.equals(area) && way(other).contains(area));
            for (Area step : hasDeeper ? List.<Area>of() : way(area)) {
                if (way.contains(step)) {
                    break;
                }
                if (isStaffed(step, at)) {
                    rooms.add(String.valueOf(step.room()));
                    break;
                }
            }
        }
        return rooms;
    }

    private static boolean holds(Land land, Point place) {
        long x = units(place.longitude());
        long y = units(place.latitude());
        for (List<Line> polygon : land.polygons()) {
            boolean inHole = polygon.stream().skip(1).anyMatch(hole -> winding(hole, x, y) != 0);
            if (!inHole && winding(polygon.get(0), x, y) != 0) {
                return true;
            }
        }
        return false;
    }

    /** How often the ring goes round the point; what lies on a border lies east or north of it. */
    private static int winding(Line ring, long x, long y) {
        int turns = 0;
        int n = ring.x.length;
        for (int i = 0; i < n; i++) {
            int j = i + 1 == n ? 0 : i + 1;
            boolean below = ring.y[i] <= y;
            if (below != ring.y[j] <= y) {
                long side = (ring.x[j] - ring.x[i]) * (y - ring.y[i]) - (x - ring.x[i]) * (ring.y[j] - ring.y[i]);
                if (below && side > 0) {
                    turns++;
                } else if (!below && side < 0) {
                    turns--;
                }
            }
        }
        return turns;
    }

    private static double distance(Land land, double[] from) {
        double least = Double.MAX_VALUE;
        for (List<Line> polygon : land.polygons()) {
            for (Line ring : polygon) {
                int n = ring.metres.length;
                for (int i = 0; i < n; i++) {
                    least = Math.min(least, distance(from, ring.metres[i], ring.metres[i + 1 == n ? 0 : i + 1]));
                }
            }
        }
        return Math.sqrt(least);
    }

    /** The square of it. */
    private static double distance(double[] from, double[] a, double[] b) {
        double along = 0;
        double length = 0;
        for (int i = 0; i < 3; i++) {
            along += (from[i] - a[i]) * (b[i] - a[i]);
            length += (b[i] - a[i]) * (b[i] - a[i]);
        }
        double share = length == 0 ? 0 : Math.max(0, Math.min(1, along / length));
        double square = 0;
        for (int i = 0; i < 3; i++) {
            double off = from[i] - a[i] - share * (b[i] - a[i]);
            square += off * off;
        }
        return square;
    }

    /** From the middle of the earth, WGS-84. */
    private static double[] metres(Point place) {
        double longitude = Math.toRadians(place.longitude());
        double latitude = Math.toRadians(place.latitude());
        double flat = 1 - Math.pow(1 - 1 / 298.257223563, 2);
        double across = 6_378_137 / Math.sqrt(1 - flat * Math.pow(Math.sin(latitude), 2));
        return new double[] {
            across * Math.cos(latitude) * Math.cos(longitude),
            across * Math.cos(latitude) * Math.sin(longitude),
            across * (1 - flat) * Math.sin(latitude)
        };
    }
}
