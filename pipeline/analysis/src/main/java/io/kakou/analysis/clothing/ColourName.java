package io.kakou.analysis.clothing;

import io.kakou.events.ClothColour;

/** The name of one colour, by its hue, how much of it there is, and how light it is; bounds as people set them on cloth. */
final class ColourName {
    private static final double DARK = 0.2;
    private static final double PALE = 0.17;
    private static final double BRIGHT = 0.72;

    private ColourName() {}

    /** @param red green and blue, 0 to 1, as under white light */
    static ClothColour of(double red, double green, double blue) {
        double most = Math.max(red, Math.max(green, blue));
        double least = Math.min(red, Math.min(green, blue));
        double chroma = most - least;
        double saturation = most > 0 ? chroma / most : 0;
        if (most < DARK || (most < 0.3 && saturation < 0.4)) {
            return ClothColour.BLACK;
        }
        if (saturation < PALE || chroma < 0.07) {
            return most > BRIGHT ? ClothColour.WHITE : ClothColour.GREY;
        }
        return hued(hue(red, green, blue, most, chroma), saturation, most);
    }

    /** Degrees, red at 0, green at 120. */
    private static double hue(double red, double green, double blue, double most, double chroma) {
        double hue;
        if (most == red) {
            hue = (green - blue) / chroma;
        } else if (most == green) {
            hue = 2 + (blue - red) / chroma;
        } else {
            hue = 4 + (red - green) / chroma;
        }
        return (60 * hue + 360) % 360;
    }

    private static ClothColour hued(double hue, double saturation, double most) {
        if (hue < 14 || hue >= 345) {
            return most > 0.7 && saturation < 0.5 ? ClothColour.PINK : ClothColour.RED;
        }
        if (hue < 42) {
            return most > 0.6 && saturation > 0.5 ? ClothColour.ORANGE : ClothColour.BROWN;
        }
        if (hue < 68) {
            return most > 0.45 ? ClothColour.YELLOW : ClothColour.BROWN;
        }
        if (hue < 165) {
            return ClothColour.GREEN;
        }
        if (hue < 258) {
            return ClothColour.BLUE;
        }
        return hue < 292 || most < 0.45 ? ClothColour.PURPLE : ClothColour.PINK;
    }
}
