package io.kakou.models.coco;

import io.kakou.models.Picture;

/** Two pictures given by integer arithmetic; the same formulas stand in {@code models/reference/reference.mjs}. */
final class ReferencePictures {
    private static final int SIDE = 300;

    private ReferencePictures() {}

    static Picture named(String name) {
        return switch (name) {
            case "waves" -> drawn(ReferencePictures::waves);
            case "signs" -> drawn(ReferencePictures::signs);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** FNV-1a over the bytes. */
    static int fnv(Picture picture) {
        int hash = 0x811c9dc5;
        for (int i = 0; i < SIDE * SIDE * Picture.CHANNELS; i++) {
            hash = (hash ^ (picture.rgb().get(i) & 0xff)) * 0x01000193;
        }
        return hash;
    }

    private static int[] waves(int x, int y) {
        int ring = (x - 150) * (x - 150) + (y - 130) * (y - 130);
        return rgb(x * 255 / 299, (x * y + ring / 64) & 255, ((ring >> 5) ^ (y * 3)) & 255);
    }

    /** A clock, a stop sign on its pole, an orange on grass, sky. */
    private static int[] signs(int x, int y) {
        boolean hands = (x >= 79 && x <= 81 && y >= 50 && y <= 90) || (y >= 89 && y <= 91 && x >= 80 && x <= 105);
        if (disc(x, y, 80, 90, 4) || hands) {
            return rgb(20, 20, 20);
        }
        if (disc(x, y, 80, 90, 52)) {
            return rgb(245, 245, 240);
        }
        if (disc(x, y, 80, 90, 60)) {
            return rgb(60, 40, 30);
        }
        boolean letters = y >= 106 && y <= 134 && x >= 178 && x <= 262;
        if (letters && ((x - 178) % 22 < 6 || y < 112 || y > 128)) {
            return rgb(250, 250, 250);
        }
        if (octagon(x, y, 58)) {
            return rgb(190, 20, 30);
        }
        return octagon(x, y, 64) ? rgb(250, 250, 250) : ground(x, y);
    }

    private static int[] ground(int x, int y) {
        if (x >= 216 && x <= 224 && y >= 180) {
            return rgb(120, 120, 125);
        }
        if (disc(x, y, 100, 235, 30)) {
            return rgb(240, 130 + (y - 235), 20);
        }
        return y >= 210
                ? rgb(60 + (x * 7 + y * 13) % 16, 120 + (x * 5 + y * 11) % 24, 50)
                : rgb(120 + (y >> 2), 170 + (y >> 3), 235);
    }

    private static boolean disc(int x, int y, int centreX, int centreY, int radius) {
        return (x - centreX) * (x - centreX) + (y - centreY) * (y - centreY) <= radius * radius;
    }

    private static boolean octagon(int x, int y, int radius) {
        int across = Math.abs(x - 220);
        int down = Math.abs(y - 120);
        return across <= radius && down <= radius && 5 * (across + down) <= 7 * radius;
    }

    private static int[] rgb(int red, int green, int blue) {
        return new int[] {red, green, blue};
    }

    private static Picture drawn(Formula formula) {
        Picture picture = Picture.allocate(SIDE, SIDE);
        for (int i = 0; i < SIDE * SIDE; i++) {
            int[] rgb = formula.at(i % SIDE, i / SIDE);
            for (int channel = 0; channel < Picture.CHANNELS; channel++) {
                picture.rgb().put(i * Picture.CHANNELS + channel, (byte) rgb[channel]);
            }
        }
        return picture;
    }

    @FunctionalInterface
    private interface Formula {
        int[] at(int x, int y);
    }
}
