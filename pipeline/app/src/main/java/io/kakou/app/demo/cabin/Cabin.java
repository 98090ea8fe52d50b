package io.kakou.app.demo.cabin;

/**
 * The lift's cabin and what is seen of the corridor through its door: what light comes along a line of sight. Metres;
 * the door is in the wall at x = {@link #LENGTH}.
 */
public final class Cabin {
    public static final double LENGTH = 2.3;
    public static final double WIDTH = 2.1;
    static final double HEIGHT = 2.35;
    public static final double DOOR_RIGHT = 0.25;
    public static final double DOOR_LEFT = 1.7;
    public static final double DOOR_HEIGHT = 2.05;

    private static final double JAMB = 0.16;
    private static final double DOOR_MIDDLE = (DOOR_LEFT + DOOR_RIGHT) / 2;
    private static final double LEAF = (DOOR_LEFT - DOOR_RIGHT) / 2;
    private static final double RAIL_HEIGHT = 0.95;

    private static final Light METAL = Light.of(0xa9adb0);
    private static final Light LEAF_METAL = Light.of(0xb4b6b5);
    private static final Light STONE = Light.of(0x8d8a84);
    private static final Light LAMP = Light.of(0xfffdf4);

    private final double open;
    private final int storey;

    /**
     * @param open how far the door is open, 0 to 1
     * @param storey the number on the display and on the corridor's wall, 0 to 9
     */
    public Cabin(double open, int storey) {
        this.open = open;
        this.storey = storey;
    }

    /** The light that comes from that direction to the eye. */
    public Light seen(Spot eye, Spot ray) {
        double floor = reach(-eye.y(), ray.y());
        double ceiling = reach(HEIGHT - eye.y(), ray.y());
        double side = reach(WIDTH - eye.z(), ray.z());
        double front = reach(LENGTH - eye.x(), ray.x());
        double nearest = Math.min(Math.min(floor, ceiling), Math.min(side, front));
        Spot hit = eye.plus(ray.times(nearest));
        if (nearest == front) {
            return front(eye, ray, hit);
        }
        if (nearest == side) {
            return side(hit);
        }
        return nearest == floor ? floor(hit) : ceiling(hit);
    }

    private static double reach(double distance, double speed) {
        double t = distance / speed;
        return t > 0 ? t : Double.POSITIVE_INFINITY;
    }

    private Light front(Spot eye, Spot ray, Spot hit) {
        boolean doorway = hit.z() > DOOR_RIGHT && hit.z() < DOOR_LEFT && hit.y() < DOOR_HEIGHT;
        if (!doorway) {
            return frontWall(hit);
        }
        double fromMiddle = Math.abs(hit.z() - DOOR_MIDDLE);
        return fromMiddle >= open * LEAF ? leaf(hit, fromMiddle - open * LEAF) : beyond(eye, ray);
    }

    private Light frontWall(Spot hit) {
        double frame = Math.max(Math.max(DOOR_RIGHT - hit.z(), hit.z() - DOOR_LEFT), hit.y() - DOOR_HEIGHT);
        if (frame < 0.06) {
            return Light.of(0x85898c).times(lit(hit) * (0.8 + 4 * Math.abs(frame - 0.03)));
        }
        Light panel = Panel.seen(hit, storey);
        if (panel != null) {
            return panel.times(0.75 + 0.25 * lit(hit));
        }
        return brushed(METAL, hit.z() + 7, hit.y())
                .times(0.93 * lit(hit) * corner(Double.POSITIVE_INFINITY, WIDTH - hit.z()));
    }

    /** A leaf of the sliding door; {@code along} runs from its closing edge. */
    private Light leaf(Spot hit, double along) {
        double edge = along < 0.018 ? 0.35 + 30 * along : 1;
        double fold = 1 - 0.10 * Math.exp(-Math.abs(along - LEAF + 0.02) / 0.03);
        double recess = 1 - 0.35 * Math.exp(-(DOOR_HEIGHT - hit.y()) / 0.05);
        double sheen = 0.96 + 0.07 * Math.cos((along - 0.28) * 9);
        return brushed(LEAF_METAL, along + 3, hit.y()).times(lit(hit) * edge * fold * recess * sheen);
    }

    private Light side(Spot hit) {
        double rail = Math.abs(hit.y() - RAIL_HEIGHT);
        boolean hasRail = hit.x() > 0.15 && hit.x() < LENGTH - 0.2;
        if (hasRail && rail < 0.028) {
            double round = Math.cos((hit.y() - RAIL_HEIGHT - 0.012) / 0.028 * 1.35);
            return Light.grey(0.30 + 0.62 * Math.max(0, round));
        }
        double shade = hasRail ? 1 - 0.30 * Math.exp(-Math.abs(RAIL_HEIGHT - 0.065 - hit.y()) / 0.022) : 1;
        double seam = seam(hit.x(), 0.575);
        double kick = hit.y() < 0.22 ? 0.78 : 1;
        double kickEdge = Math.abs(hit.y() - 0.22) < 0.008 ? 0.7 : 1;
        double sheen = 0.95 + 0.10 * Math.exp(-Math.pow((hit.x() - 1.15) / 0.5, 2));
        return brushed(METAL, hit.x(), hit.y())
                .times(lit(hit) * corner(LENGTH - hit.x(), hit.y()) * seam * shade * kick * kickEdge * sheen);
    }

    private Light floor(Spot hit) {
        double tile = 0.4;
        double grout = Math.min(fromLine(hit.x() + 0.1, tile), fromLine(hit.z(), tile));
        double speck = hash(cell(hit.x(), 90), cell(hit.z(), 90)) - 0.5;
        double slab = hash(cell(hit.x() + 0.1, 1 / tile), cell(hit.z(), 1 / tile) + 40) - 0.5;
        double value = 1 + 0.16 * speck + 0.09 * slab;
        double pool = 0.80 + 0.36 * Math.exp(-square(hit.x() - 1.1, hit.z() - 1.0) / 0.9);
        double doorGlow = 0.16 * open * Math.exp(-(LENGTH - hit.x()) / 0.5) * bump((hit.z() - DOOR_MIDDLE) / LEAF);
        double joint = grout < 0.006 ? 0.68 : 1;
        return STONE.times(value * joint * (pool + doorGlow) * corner(LENGTH - hit.x(), WIDTH - hit.z()));
    }

    private static Light ceiling(Spot hit) {
        boolean lamp = Math.abs(hit.x() - 1.15) < 0.7 && Math.abs(hit.z() - 1.0) < 0.45;
        return lamp ? LAMP : Light.of(0xc9cbca).times(0.82 * corner(LENGTH - hit.x(), WIDTH - hit.z()));
    }

    /** Through the open door: the jambs, then the corridor. */
    private Light beyond(Spot eye, Spot ray) {
        double jamb = Math.min(
                Math.min(reach(DOOR_LEFT - eye.z(), ray.z()), reach(DOOR_RIGHT - eye.z(), ray.z())),
                reach(DOOR_HEIGHT - eye.y(), ray.y()));
        double inside = reach(LENGTH - eye.x(), ray.x());
        double outside = reach(LENGTH + JAMB - eye.x(), ray.x());
        if (jamb > inside && jamb < outside) {
            return Light.of(0x5e6163).times(0.9);
        }
        double floor = reach(-eye.y(), ray.y());
        if (floor < outside) {
            return Light.grey(0.47 + 0.1 * Math.cos(300 * (eye.x() + ray.x() * floor)));
        }
        return Corridor.seen(eye, ray, storey);
    }

    /** How well the lamp lights a wall at that place. */
    private static double lit(Spot hit) {
        return 0.72
                + 0.26 * Math.pow(Math.max(0, hit.y()) / HEIGHT, 0.8)
                + 0.10 * Math.exp(-square(hit.x() - 1.2, hit.z() - 1.0));
    }

    /** Corners are darker: less of the room reaches them. */
    private static double corner(double across, double down) {
        return (1 - 0.30 * Math.exp(-Math.abs(across) / 0.10)) * (1 - 0.30 * Math.exp(-Math.abs(down) / 0.10));
    }

    private static Light brushed(Light metal, double along, double up) {
        double hair = hash(cell(along, 420), 3) - 0.5;
        double broad = Math.sin(along * 23) + Math.sin(along * 11.3 + 1.7);
        double smear = hash(cell(along, 120), cell(up, 3)) - 0.5;
        return metal.times(1 + 0.045 * hair + 0.018 * broad + 0.02 * smear);
    }

    private static double seam(double along, double spacing) {
        double from = fromLine(along, spacing);
        return from < 0.006 ? 0.55 : from < 0.014 ? 1.10 : 1;
    }

    static double fromLine(double value, double spacing) {
        double rest = value / spacing - Math.floor(value / spacing);
        return Math.min(rest, 1 - rest) * spacing;
    }

    static int cell(double value, double aMetre) {
        return (int) Math.floor(value * aMetre);
    }

    static double square(double a, double b) {
        return a * a + b * b;
    }

    private static double bump(double value) {
        return Math.exp(-value * value);
    }

    /** A number from 0 to 1 that belongs to this pair: the same at every call, unlike its neighbours'. */
    static double hash(int a, int b) {
        int h = (a * 0x9e3779b1) ^ (b * 0x85ebca6b);
        h = (h ^ (h >>> 15)) * 0x2c1b3c6d;
        h = (h ^ (h >>> 12)) * 0x297a2d39;
        return (h >>> 8) / (double) (1 << 24);
    }
}
