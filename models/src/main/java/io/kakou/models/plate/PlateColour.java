package io.kakou.models.plate;

import io.kakou.models.Picture;
import io.kakou.models.ocr.Strip;
import java.awt.Color;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A plate's ground (GA 36-2018, table 1). */
public enum PlateColour {
    /** Small vehicles. */
    BLUE,
    /** Large vehicles, learners, trailers; with green, large new-energy vehicles. */
    YELLOW,
    /** Small new-energy vehicles: white that turns green. */
    GREEN,
    /** Police. */
    WHITE,
    /** Embassies, Hong Kong, Macau. */
    BLACK;

    private static final int GRID = 24;
    private static final double COLOURED = 0.28;
    private static final double BRIGHT = 0.6;
    private static final double DARK = 0.3;

    /** Of a strip, or null where it cannot be told: at night every plate is grey. */
    static @Nullable PlateColour of(Picture picture, Strip strip) {
        int[][] channels = new int[Picture.CHANNELS][GRID * GRID];
        for (int i = 0; i < GRID * GRID; i++) {
            int row = i / GRID;
            int rgb = at(picture, strip, 2 * (i % GRID + 0.5) / GRID - 1, 2 * (row + 0.5) / GRID - 1);
            for (int channel = 0; channel < Picture.CHANNELS; channel++) {
                channels[channel][i] = (rgb >> (8 * (2 - channel))) & 0xff;
            }
        }
        // The ground takes more than half of a plate, so the median is its colour.
        return of(median(channels[0]), median(channels[1]), median(channels[2]));
    }

    private static @Nullable PlateColour of(int red, int green, int blue) {
        float[] hsb = Color.RGBtoHSB(red, green, blue, null);
        float degrees = hsb[0] * 360;
        if (hsb[1] < COLOURED) {
            return hsb[2] > BRIGHT ? WHITE : hsb[2] < DARK ? BLACK : null;
        }
        if (degrees >= 15 && degrees < 70) {
            return YELLOW;
        }
        if (degrees >= 70 && degrees < 180) {
            return GREEN;
        }
        return degrees >= 190 && degrees < 265 ? BLUE : null;
    }

    private static int at(Picture picture, Strip strip, double u, double v) {
        double x = strip.x() + u * strip.acrossX() + v * strip.downX();
        double y = strip.y() + u * strip.acrossY() + v * strip.downY();
        return picture.rgbAt((int) Math.max(0, Math.min(picture.width() - 1, x)), (int)
                Math.max(0, Math.min(picture.height() - 1, y)));
    }

    private static int median(int[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
