package io.kakou.models.dataset;

import io.kakou.models.Picture;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes out what somebody's detector drew into a picture: boxes and captions in pure magenta, green or blue, which a model
 * would learn instead of the thing. Filled from around, ring by ring.
 */
public final class DrawnLines {
    /** More of a picture than this is no drawing. */
    private static final double MOST_SHARE = 1 / 3.0;

    private final Picture picture;
    private final int width;
    private final int height;
    private final boolean[] drawn;

    private DrawnLines(Picture picture) {
        this.picture = picture;
        this.width = picture.width();
        this.height = picture.height();
        this.drawn = new boolean[width * height];
    }

    /** The picture without them; the picture itself where there are none. */
    public static Picture removed(Picture picture) {
        DrawnLines lines = new DrawnLines(picture);
        int found = lines.find();
        return found == 0 || found > MOST_SHARE * lines.drawn.length ? picture : lines.filled();
    }

    /** A drawn pixel and those beside it, whose colour JPEG has mixed with it. */
    private int find() {
        int found = 0;
        for (int i = 0; i < drawn.length; i++) {
            if (isDrawn(picture.rgbAt(i % width, i / width))) {
                for (int beside : around(i)) {
                    found += drawn[beside] ? 0 : 1;
                    drawn[beside] = true;
                }
            }
        }
        return found;
    }

    private static boolean isDrawn(int rgb) {
        int red = rgb >> 16;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        boolean isMagenta = red > green + 50 && blue > green + 50 && Math.abs(red - blue) < 90;
        boolean isGreen = green > red + 90 && green > blue + 60;
        boolean isBlue = blue > red + 110 && blue > green + 110;
        return isMagenta || isGreen || isBlue;
    }

    private Picture filled() {
        Picture filled = Picture.allocate(width, height);
        filled.rgb().put(0, picture.rgb(), 0, width * height * Picture.CHANNELS);
        List<Integer> ring = ring();
        while (!ring.isEmpty()) {
            List<byte[]> colours = ring.stream().map(at -> mean(filled, at)).toList();
            for (int i = 0; i < colours.size(); i++) {
                filled.rgb().put(ring.get(i) * Picture.CHANNELS, colours.get(i));
                drawn[ring.get(i)] = false;
            }
            ring = ring();
        }
        return filled;
    }

    /** Drawn pixels that touch one that is not. */
    private List<Integer> ring() {
        List<Integer> ring = new ArrayList<>();
        for (int i = 0; i < drawn.length; i++) {
            if (drawn[i] && around(i).stream().anyMatch(beside -> !drawn[beside])) {
                ring.add(i);
            }
        }
        return ring;
    }

    private byte[] mean(Picture filled, int at) {
        int[] sum = new int[Picture.CHANNELS];
        int known = 0;
        for (int beside : around(at)) {
            if (!drawn[beside]) {
                known++;
                for (int c = 0; c < sum.length; c++) {
                    sum[c] += filled.rgb().get(beside * Picture.CHANNELS + c) & 0xff;
                }
            }
        }
        return new byte[] {(byte) (sum[0] / known), (byte) (sum[1] / known), (byte) (sum[2] / known)};
    }

    /** A pixel and the eight around it, as far as they are in the picture. */
    private List<Integer> around(int at) {
        List<Integer> around = new ArrayList<>();
        for (int y = Math.max(0, at / width - 1); y <= Math.min(height - 1, at / width + 1); y++) {
            for (int x = Math.max(0, at % width - 1); x <= Math.min(width - 1, at % width + 1); x++) {
                around.add(y * width + x);
            }
        }
        return around;
    }
}
