package io.kakou.console.geojson;

import static java.util.stream.Collectors.groupingBy;

import io.kakou.events.Area;
import io.kakou.events.Point;
import io.kakou.events.Polygon;
import io.kakou.events.Ring;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well areas lie side by side: where two of one parent overlap, one alone owns what happens there; what lies in no
 * part of a parent falls to the parent. Both may be meant, so both are told and neither is refused.
 */
public final class Fit {
    /** Borders drawn by hand never meet exactly. */
    private static final double TOLD_FROM_SHARE = 0.01;

    private Fit() {}

    /** Two areas of one parent, and the share of the smaller one that both claim. */
    public record Overlap(String one, String other, double share) {}

    /** An area, and the share of it that none of its parts covers. */
    public record Gap(String area, double share) {}

    /** What there is to tell, in the areas' order. */
    public record Report(List<Overlap> overlaps, List<Gap> gaps) {}

    /** An area as a shape. */
    private record Ground(String id, String parent, java.awt.geom.Area shape) {
        static Ground of(Area area) {
            return new Ground(area.id(), area.parent() == null ? "" : area.parent(), drawn(area));
        }

        double size() {
            return Fit.size(shape);
        }
    }

    public static Report of(List<Area> areas) {
        List<Ground> grounds = areas.stream().map(Ground::of).toList();
        Map<String, List<Ground>> families = new TreeMap<>(grounds.stream().collect(groupingBy(Ground::parent)));
        List<Overlap> overlaps = new ArrayList<>();
        families.values().forEach(family -> overlaps(family, overlaps));
        List<Gap> gaps = new ArrayList<>();
        for (Ground ground : grounds) {
            gap(ground, families.getOrDefault(ground.id(), List.of()), gaps);
        }
        return new Report(List.copyOf(overlaps), List.copyOf(gaps));
    }

    private static void overlaps(List<Ground> family, List<Overlap> found) {
        for (int i = 0; i < family.size(); i++) {
            for (Ground other : family.subList(i + 1, family.size())) {
                overlap(family.get(i), other, found);
            }
        }
    }

    private static void overlap(Ground one, Ground other, List<Overlap> found) {
        if (!one.shape().getBounds2D().intersects(other.shape().getBounds2D())) {
            return;
        }
        java.awt.geom.Area both = new java.awt.geom.Area(one.shape());
        both.intersect(other.shape());
        double share = size(both) / Math.min(one.size(), other.size());
        if (share > TOLD_FROM_SHARE) {
            found.add(new Overlap(one.id(), other.id(), share));
        }
    }

    private static void gap(Ground whole, List<Ground> parts, List<Gap> found) {
        if (parts.isEmpty()) {
            return;
        }
        java.awt.geom.Area rest = new java.awt.geom.Area(whole.shape());
        parts.forEach(part -> rest.subtract(part.shape()));
        double share = size(rest) / whole.size();
        if (share > TOLD_FROM_SHARE) {
            found.add(new Gap(whole.id(), share));
        }
    }

    private static java.awt.geom.Area drawn(Area area) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (Polygon polygon : area.polygons()) {
            for (Ring ring : polygon.rings()) {
                draw(ring, path);
            }
        }
        return new java.awt.geom.Area(path);
    }

    private static void draw(Ring ring, Path2D path) {
        Point last = ring.points().get(ring.points().size() - 1);
        path.moveTo(last.longitude(), last.latitude());
        ring.points().forEach(point -> path.lineTo(point.longitude(), point.latitude()));
        path.closePath();
    }

    /** In square degrees: shares of neighbours are compared, where a degree is as long for both. */
    private static double size(java.awt.geom.Area ground) {
        double[] at = new double[6];
        double[] start = new double[2];
        double[] before = new double[2];
        double twice = 0;
        for (PathIterator step = ground.getPathIterator(null); !step.isDone(); step.next()) {
            double[] next = step.currentSegment(at) == PathIterator.SEG_CLOSE ? start : at;
            if (step.currentSegment(at) == PathIterator.SEG_MOVETO) {
                start = new double[] {at[0], at[1]};
            } else {
                twice += before[0] * next[1] - next[0] * before[1];
            }
            before = new double[] {next[0], next[1]};
        }
        return Math.abs(twice) / 2;
    }
}
