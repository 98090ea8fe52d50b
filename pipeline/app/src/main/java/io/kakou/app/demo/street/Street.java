package io.kakou.app.demo.street;

import io.kakou.app.demo.cabin.Light;
import io.kakou.app.demo.cabin.Spot;

/**
 * What stands still: what light comes along a line of sight. Metres; x along the street, y up, z from the near kerb
 * across the road to the shops.
 */
final class Street {
    /** The road, from the near kerb. */
    static final double ROAD = 5.6;
    /** The cycle lane lies between these. */
    static final double LANE_FROM = 6.2;

    static final double LANE_TO = 7.8;
    /** Where the pavement ends and the shops begin. */
    static final double SHOPS = 10.8;

    private static final double KERB = 0.16;
    private static final double ZEBRA_FROM = 33;
    private static final double ZEBRA_TO = 36.5;

    private static final Light ASPHALT = Light.of(0x6b6d70);
    private static final Light CYCLE_ASPHALT = Light.of(0x7f6a63);
    private static final Light PAINT = Light.of(0xd9d8d2);
    private static final Light KERBSTONE = Light.of(0xb3b1aa);
    private static final Light TILE = Light.of(0xa8a096);
    private static final Light GRASS = Light.of(0x66784f);
    private static final Light SKY = Light.of(0xdde5ea);

    private Street() {}

    /** The light that comes from that direction to the eye. */
    static Light seen(Spot eye, Spot ray) {
        Spot wall = eye.plus(ray.times((SHOPS - eye.z()) / ray.z()));
        if (wall.y() >= 0) {
            return wall.y() < Shops.HEIGHT ? Shops.seen(wall.x(), wall.y()) : SKY;
        }
        Spot ground = eye.plus(ray.times(-eye.y() / ray.y()));
        return ground(ground.x(), ground.z());
    }

    private static Light ground(double x, double z) {
        if (z < -KERB) {
            return tiles(x, z);
        }
        if (z < 0
                || within(z, ROAD, ROAD + KERB)
                || within(z, LANE_FROM - KERB, LANE_FROM)
                || within(z, LANE_TO, LANE_TO + KERB)) {
            return KERBSTONE.times(fromLine(x, 1) < 0.012 ? 0.75 : 0.96 + 0.08 * grain(x, z, 20));
        }
        if (z < ROAD) {
            return road(x, z);
        }
        if (z < LANE_FROM) {
            return GRASS.times(0.72 + 0.34 * grain(x, z, 14) + 0.18 * grain(x, z, 50));
        }
        return z < LANE_TO ? lane(x, z) : tiles(x, z).times(shade(z));
    }

    private static Light road(double x, double z) {
        Light worn = ASPHALT.times(0.92 + 0.1 * grain(x, z, 45) + 0.05 * Math.cos((z - 1.4) * Math.PI * 2 / 1.4));
        boolean edge = within(z, 0.3, 0.42) || within(z, ROAD - 0.42, ROAD - 0.3);
        boolean dash = Math.abs(z - ROAD / 2) < 0.07 && part(x, 5) < 2.2;
        boolean zebra = within(x, ZEBRA_FROM, ZEBRA_TO) && within(z, 0.6, ROAD - 0.6) && part(z, 0.9) < 0.45;
        return edge || dash || zebra ? worn.towards(PAINT, 0.72 + 0.2 * grain(x, z, 30)) : worn;
    }

    private static Light lane(double x, double z) {
        Light worn = CYCLE_ASPHALT.times(0.94 + 0.1 * grain(x, z, 45));
        return within(z, LANE_FROM + 0.08, LANE_FROM + 0.18) ? worn.towards(PAINT, 0.6) : worn;
    }

    private static Light tiles(double x, double z) {
        double joint = Math.min(fromLine(x, 0.6), fromLine(z, 0.6));
        double slab = grain(x, z, 1 / 0.6) - 0.5;
        // The blind's guiding strip.
        Light stone =
                Math.abs(z - 9.5) < 0.3 || Math.abs(z + 2.2) < 0.2 ? TILE.towards(Light.of(0xb59a4e), 0.55) : TILE;
        return stone.times(joint < 0.014 ? 0.84 : 1 + 0.09 * slab + 0.06 * (grain(x, z, 40) - 0.5));
    }

    /** It is darker close to the shops. */
    private static double shade(double z) {
        return 1 - 0.26 * Math.exp(-(SHOPS - z) / 0.7);
    }

    static boolean within(double value, double from, double to) {
        return value >= from && value < to;
    }

    static double part(double value, double of) {
        return value - Math.floor(value / of) * of;
    }

    static double fromLine(double value, double spacing) {
        double rest = part(value, spacing);
        return Math.min(rest, spacing - rest);
    }

    /** Chance that belongs to the place: so many cells a metre, 0 to 1. */
    static double grain(double a, double b, double aMetre) {
        int h = ((int) Math.floor(a * aMetre) * 0x9e3779b1) ^ ((int) Math.floor(b * aMetre) * 0x85ebca6b);
        h = (h ^ (h >>> 15)) * 0x2c1b3c6d;
        h = (h ^ (h >>> 12)) * 0x297a2d39;
        return (h >>> 8) / (double) (1 << 24);
    }
}
