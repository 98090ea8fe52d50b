package io.kakou.app.demo.street;

import io.kakou.app.demo.cabin.Light;

/** The row of shops with flats above. Metres; x along the street, y up. */
final class Shops {
    /** Nothing is seen above it but sky. */
    static final double HEIGHT = 14;

    private static final double SHOP = 6;
    private static final double DOOR_TOP = 2.45;
    private static final double SIGN_FROM = 2.75;
    private static final double SIGN_TO = 3.65;
    private static final double STOREY = 3;

    private static final int[] SIGNS = {0x8c3a34, 0x2f6a63, 0x3f5a8a, 0xa07432, 0x5f4f78, 0x3f7348};
    private static final int[] WALLS = {0xbdb09c, 0xb8b7b1, 0xc2ab97, 0xaeb3b0};
    private static final Light FRAME = Light.of(0x54565a);
    private static final Light GLASS = Light.of(0x6f8288);
    private static final Light INSIDE = Light.of(0xd9c9a3);

    private Shops() {}

    static Light seen(double x, double y) {
        int shop = (int) Math.floor(x / SHOP);
        double along = Street.part(x, SHOP);
        if (y < 0.25) {
            return Light.of(0x77736c).times(0.8 + y);
        }
        if (along < 0.22 || along > SHOP - 0.22) {
            return wall(shop, x, y).times(0.88);
        }
        if (y < SIGN_FROM) {
            return front(shop, along, y);
        }
        if (y < SIGN_TO) {
            return sign(shop, along, y);
        }
        return y < SIGN_TO + 0.2 ? FRAME.times(1.3) : flats(shop, x, y);
    }

    private static Light front(int shop, double along, double y) {
        double pane = Street.fromLine(along - 0.22, 1.39);
        boolean frame = pane < 0.045 || y > DOOR_TOP || y < 0.32 || (Math.abs(y - 2.0) < 0.03 && along < 3);
        if (frame) {
            return FRAME;
        }
        // Dim shelves behind glass that mirrors the bright street higher up.
        double shelf = Street.part(y, 0.62) < 0.07 ? 0.72 : 1;
        double goods = 0.86 + 0.22 * Street.grain(along + shop * SHOP, Math.floor(y / 0.62), 5);
        Light inside = INSIDE.times((0.4 + 0.22 * Street.grain(shop, 3, 1)) * shelf * goods);
        return inside.towards(GLASS, 0.3 + 0.3 * y / DOOR_TOP);
    }

    private static Light sign(int shop, double along, double y) {
        Light board = Light.of(SIGNS[Math.floorMod(shop * 5 + 1, SIGNS.length)]);
        double up = (y - SIGN_FROM) / (SIGN_TO - SIGN_FROM);
        if (up < 0.06 || up > 0.94) {
            return board.times(0.7);
        }
        return lettered(shop, along, up) ? Light.of(0xe9e2cf) : board.times(0.94 + 0.12 * up);
    }

    /** Strokes that from far look like characters, and say nothing. */
    private static boolean lettered(int shop, double along, double up) {
        double place = along - 1.3;
        int letter = (int) Math.floor(place / 0.85);
        if (letter < 0 || letter > 3 || Street.part(place, 0.85) > 0.6 || up < 0.2 || up > 0.8) {
            return false;
        }
        int column = (int) (Street.part(place, 0.85) / 0.12);
        int row = (int) ((up - 0.2) / 0.12);
        boolean bar = row % 2 == 0 && Street.grain(shop * 7 + letter, row, 1) > 0.25;
        boolean post = column % 2 == 0 && Street.grain(shop * 11 + letter, column + 9, 1) > 0.4;
        return bar || post;
    }

    private static Light flats(int shop, double x, double y) {
        double up = Street.part(y - SIGN_TO, STOREY);
        double along = Street.part(x, 3);
        boolean window = Street.within(up, 0.95, 2.35) && Street.within(along, 0.7, 2.3);
        if (!window) {
            boolean sill = Street.within(up, 0.83, 0.95) && Street.within(along, 0.6, 2.4);
            return sill ? Light.of(0xcfcac0) : wall(shop, x, y);
        }
        boolean bar = Math.abs(along - 1.5) < 0.04 || up < 1.02 || up > 2.28 || along < 0.77 || along > 2.23;
        double curtain = Street.grain(Math.floor(x / 3), Math.floor((y - SIGN_TO) / STOREY), 1);
        return bar ? Light.of(0xd4d2cb) : GLASS.times(0.62 + 0.3 * curtain + 0.12 * up);
    }

    private static Light wall(int shop, double x, double y) {
        Light plaster = Light.of(WALLS[Math.floorMod(shop / 2, WALLS.length)]);
        double course = Street.fromLine(y, 0.5) < 0.012 ? 0.93 : 1;
        return plaster.times(course * (0.97 + 0.05 * Street.grain(x, y, 12)));
    }
}
