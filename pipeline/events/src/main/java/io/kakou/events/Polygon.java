package io.kakou.events;

import java.util.List;

/**
 * A polygon on the ground with holes (GeoJSON, RFC 7946 §3.1.6).
 *
 * @param rings the first is the outer boundary, the others are holes
 */
public record Polygon(List<Ring> rings) {
    public Polygon {
        Required.field("rings", rings, () -> "a polygon");
        rings = List.copyOf(rings);
        if (rings.isEmpty()) {
            throw new IllegalArgumentException("a polygon has no ring; allowed: 1 outer boundary and any holes");
        }
    }

    /**
     * Whether the point lies inside and in no hole. Edges are half-open (even-odd rule with {@code >} on one side), so
     * of two polygons that share a border exactly one holds a point on it.
     */
    public boolean contains(Point point) {
        boolean inside = false;
        for (Ring ring : rings) {
            inside ^= crossesOdd(ring.points(), point);
        }
        return inside;
    }

    private static boolean crossesOdd(List<Point> ring, Point p) {
        boolean odd = false;
        Point a = ring.get(ring.size() - 1);
        for (Point b : ring) {
            if (a.latitude() > p.latitude() != b.latitude() > p.latitude() && p.longitude() < crossing(a, b, p)) {
                odd = !odd;
            }
            a = b;
        }
        return odd;
    }

    /** Longitude at which the edge crosses the point's latitude; the ends in a fixed order, so neighbours agree. */
    private static double crossing(Point a, Point b, Point p) {
        Point low = a.latitude() < b.latitude() ? a : b;
        Point high = low.equals(a) ? b : a;
        double share = (p.latitude() - low.latitude()) / (high.latitude() - low.latitude());
        return low.longitude() + share * (high.longitude() - low.longitude());
    }
}
