package io.kakou.console.registry;

import io.kakou.console.areas.AreaMap;
import io.kakou.console.cameras.StoredCamera;
import io.kakou.console.coordinates.CoordinateSystem;
import io.kakou.events.Area;
import io.kakou.events.Point;
import io.kakou.events.Polygon;
import io.kakou.events.Ring;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Areas as a file draws them in one coordinate system, and whether another fits the cameras better: the same degrees lie half
 * a kilometre apart in two of them, so that a shifted border leaves cameras outside, or in the neighbour's area.
 */
public final class AreaReading {
    private final List<Area> given;
    private final CoordinateSystem system;

    /**
     * A way to read a file.
     *
     * @param given as the file has them
     * @param system of their positions
     */
    public AreaReading(List<Area> given, CoordinateSystem system) {
        this.given = List.copyOf(given);
        this.system = system;
    }

    /** On the ground, in WGS-84. */
    public List<Area> areas() {
        return in(system);
    }

    /**
     * Another system in which the file is likelier to be meant.
     *
     * @param asGiven cameras that do not fit as it is read: outside of every area, or in another than they are in now
     * @param asOther those that do not as it would be read
     */
    public record Suspicion(CoordinateSystem other, int asGiven, int asOther) {}

    /** Empty where no other system leaves at most half of the cameras that do not fit. */
    public Optional<Suspicion> suspicion(Collection<StoredCamera> cameras) {
        int asGiven = misfits(system, cameras);
        return Arrays.stream(CoordinateSystem.values())
                .filter(other -> other != system)
                .map(other -> new Suspicion(other, asGiven, misfits(other, cameras)))
                .min(Comparator.comparingInt(Suspicion::asOther))
                .filter(best -> asGiven > 0 && best.asOther() * 2 <= asGiven);
    }

    private int misfits(CoordinateSystem read, Collection<StoredCamera> cameras) {
        AreaMap map = new AreaMap(in(read));
        return (int) cameras.stream()
                .filter(each -> each.camera().place() != null)
                .filter(each -> isMisfit(each, map))
                .count();
    }

    /** An area of now that the file no longer has says nothing of where a camera belongs. */
    private static boolean isMisfit(StoredCamera stored, AreaMap map) {
        Optional<String> next = map.at(stored.camera().place()).map(Area::id);
        boolean wasIn = stored.area() != null
                && map.all().stream().anyMatch(area -> area.id().equals(stored.area()));
        return next.isEmpty() || (wasIn && !next.get().equals(stored.area()));
    }

    private List<Area> in(CoordinateSystem read) {
        return read == CoordinateSystem.WGS84
                ? given
                : given.stream().map(area -> moved(area, read)).toList();
    }

    private static Area moved(Area area, CoordinateSystem read) {
        List<Polygon> polygons = area.polygons().stream()
                .map(polygon -> new Polygon(
                        polygon.rings().stream().map(ring -> moved(ring, read)).toList()))
                .toList();
        return new Area(area.id(), area.name(), area.level(), area.parent(), area.room(), polygons);
    }

    private static Ring moved(Ring ring, CoordinateSystem read) {
        return new Ring(ring.points().stream().map(point -> moved(point, read)).toList());
    }

    private static Point moved(Point point, CoordinateSystem read) {
        return read.holdsAt(point) ? read.toWgs84(point) : point;
    }
}
