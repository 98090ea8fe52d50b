package io.kakou.events;

import java.util.List;

/**
 * A polygon in a camera's picture.
 *
 * @param name what it is there for: {@code cabin}, {@code door}, {@code road}
 * @param corners at least three, in order; the last joins the first
 */
public record Zone(String name, List<Corner> corners) {
    private static final double LAST = Math.nextDown(1.0);

    public Zone {
        String zone = Id.plain("zone name", name);
        Required.field("corners", corners, () -> "zone " + zone);
        corners = List.copyOf(corners);
        if (corners.size() < 3) {
            throw new IllegalArgumentException(
                    "zone \"" + name + "\" has " + corners.size() + " corners; allowed: 3 or more");
        }
    }

    /** The whole picture. */
    public static Zone whole(String name) {
        return new Zone(name, List.of(new Corner(0, 0), new Corner(1, 0), new Corner(1, 1), new Corner(0, 1)));
    }

    /**
     * Whether the point lies inside, by the even-odd rule. The picture's right and bottom edge are taken as just inside
     * the picture, or whoever stands on the lower edge would be in no zone at all.
     */
    public boolean contains(double pointX, double pointY) {
        double x = Math.min(pointX, LAST);
        double y = Math.min(pointY, LAST);
        boolean inside = false;
        Corner from = corners.get(corners.size() - 1);
        for (Corner to : corners) {
            if (from.y() > y != to.y() > y
                    && x < from.x() + (y - from.y()) * (to.x() - from.x()) / (to.y() - from.y())) {
                inside = !inside;
            }
            from = to;
        }
        return inside;
    }
}
