package io.kakou.console.registry;

import static java.util.Comparator.comparingDouble;

import io.kakou.console.coordinates.CoordinateSystem;
import io.kakou.console.geojson.RoadLine;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.Point;
import io.kakou.events.Road;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Roads as they are drawn, and the cameras that stand along them: each on the nearest, in the order of the line. */
final class DrawnRoads {
    private final List<RoadLine> given;
    private final List<RoadLine> lines;
    private final RoadRequest request;

    private record Spot(Camera camera, RoadLine road, Alongside at) {}

    DrawnRoads(List<RoadLine> given, RoadRequest request) {
        this.given = given;
        this.request = request;
        lines = given.stream().map(line -> moved(line, request.system())).toList();
    }

    /** Whether it looks at a road, so that the next one along it matters. */
    static boolean isOfRoads(Camera camera) {
        return camera.kind() == CameraKind.ROAD || camera.watched().contains(EventKind.WATERLOGGING);
    }

    List<Road> roads(List<Camera> cameras) {
        List<Spot> spots = cameras.stream()
                .filter(DrawnRoads::isOfRoads)
                .flatMap(this::nearest)
                .sorted(comparingDouble((Spot spot) -> spot.at().along())
                        .thenComparing(spot -> spot.camera().id()))
                .toList();
        return lines.stream()
                .map(line -> new Road(
                        line.id(),
                        line.name(),
                        spots.stream()
                                .filter(spot -> spot.road().equals(line))
                                .map(spot -> spot.camera().id())
                                .toList()))
                .toList();
    }

    private Stream<Spot> nearest(Camera camera) {
        Point place = camera.place();
        if (place == null) {
            return Stream.empty();
        }
        return lines.stream()
                .map(line -> new Spot(camera, line, Alongside.of(place, line)))
                .filter(spot -> spot.at().metres() <= request.metres())
                .min(comparingDouble((Spot spot) -> spot.at().metres())
                        .thenComparing(spot -> spot.road().id()))
                .stream();
    }

    /**
     * Roads along which no camera stands, and whether one would if the file were in another system: the same degrees lie
     * half a kilometre apart in two of them.
     */
    List<String> misplaced(List<Camera> cameras) {
        List<Point> places = cameras.stream()
                .filter(DrawnRoads::isOfRoads)
                .map(Camera::place)
                .filter(Objects::nonNull)
                .toList();
        List<String> told = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (near(places, lines.get(i)) == 0) {
                told.add(misplaced(places, given.get(i), lines.get(i)));
            }
        }
        return told;
    }

    private String misplaced(List<Point> places, RoadLine asGiven, RoadLine road) {
        String why = Arrays.stream(CoordinateSystem.values())
                .filter(Predicate.not(request.system()::equals))
                .map(system -> read(places, moved(asGiven, system), system))
                .filter(read -> !read.isEmpty())
                .findFirst()
                .orElseGet(() -> elsewhere(places, road));
        return String.format(
                Locale.ROOT, "%s: no camera stands within %.0f m of it%s", road.label(), request.metres(), why);
    }

    private String read(List<Point> places, RoadLine road, CoordinateSystem system) {
        long near = near(places, road);
        return near == 0 ? "" : "; read as " + system + ", " + near + " do";
    }

    private static String elsewhere(List<Point> places, RoadLine road) {
        return places.stream().mapToDouble(place -> Alongside.of(place, road).metres()).min().stream()
                .mapToObj(metres -> String.format(Locale.ROOT, "; the nearest is %.0f m away", metres))
                .findFirst()
                .orElse("; no camera that looks at a road has a place");
    }

    private long near(List<Point> places, RoadLine road) {
        return places.stream()
                .filter(place -> Alongside.of(place, road).metres() <= request.metres())
                .count();
    }

    private static RoadLine moved(RoadLine line, CoordinateSystem system) {
        List<List<Point>> parts = line.lines().stream()
                .map(part -> part.stream()
                        .map(point -> system.holdsAt(point) ? system.toWgs84(point) : point)
                        .toList())
                .toList();
        return new RoadLine(line.id(), line.name(), line.label(), parts);
    }
}
