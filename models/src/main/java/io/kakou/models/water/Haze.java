package io.kakou.models.water;

import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.scaling.Stretch;

/**
 * How surely fog, or a lens that is blinded or covered with drops, hides the road: 1 less the contrast within small
 * neighbourhoods of the picture's lower part, at 160×96. Fog takes that away near and far; a wet or dark road keeps edges
 * somewhere.
 */
final class Haze {
    private static final Size SMALL = new Size(160, 96);
    private static final int REACH = 2;
    /** The road begins here; above may be sky, which has no edges on a clear day. */
    private static final int FIRST_ROW = 38;

    private static final double STRONG = 0.9;
    /** Contrast, strongest and twice the median, in grey levels, at which haze is 0; half of it is the rule's limit. */
    private static final double CLEAR = 130;

    private Haze() {}

    /** 0 to 1. */
    static double of(Picture picture) {
        Picture small = Picture.allocate(SMALL.width(), SMALL.height());
        Stretch.into(small.rgb(), picture, SMALL);
        int[] grey = grey(small);
        int[] counts = new int[256];
        int all = 0;
        for (int y = FIRST_ROW; y < SMALL.height(); y++) {
            for (int x = 0; x < SMALL.width(); x++) {
                counts[range(grey, x, y)]++;
                all++;
            }
        }
        double contrast = quantile(counts, STRONG * all) + 2 * quantile(counts, 0.5 * all);
        return Math.max(0, 1 - contrast / CLEAR);
    }

    private static int[] grey(Picture picture) {
        int[] grey = new int[picture.width() * picture.height()];
        for (int i = 0; i < grey.length; i++) {
            int at = i * Picture.CHANNELS;
            int sum = (picture.rgb().get(at) & 0xff)
                    + (picture.rgb().get(at + 1) & 0xff)
                    + (picture.rgb().get(at + 2) & 0xff);
            grey[i] = sum / Picture.CHANNELS;
        }
        return grey;
    }

    /** Brightest less darkest around a pixel. */
    private static int range(int[] grey, int column, int row) {
        int most = 0;
        int least = 255;
        for (int y = Math.max(0, row - REACH); y <= Math.min(SMALL.height() - 1, row + REACH); y++) {
            for (int x = Math.max(0, column - REACH); x <= Math.min(SMALL.width() - 1, column + REACH); x++) {
                int value = grey[y * SMALL.width() + x];
                most = Math.max(most, value);
                least = Math.min(least, value);
            }
        }
        return most - least;
    }

    private static int quantile(int[] counts, double wanted) {
        int value = 0;
        int below = counts[0];
        while (below < wanted) {
            below += counts[++value];
        }
        return value;
    }
}
