package io.kakou.analysis.clothing;

import io.kakou.models.Picture;

/**
 * The light of a picture: what makes its greys grey and its brightest things bright. Sodium lamps paint a street orange, and
 * without this everybody there wears brown. Shades of grey (Finlayson and Trezzi 2004, p = 4), held within bounds, since a
 * red bus that fills the picture is no light.
 *
 * @param red factor
 * @param green factor
 * @param blue factor
 */
record Light(double red, double green, double blue) {
    private static final int STEP = 4;
    private static final double LEAST = 0.6;
    private static final double MOST = 1.8;
    /** What the brightest of a picture is brought to. */
    private static final double BRIGHT = 0.9;

    private static final double MOST_BRIGHTER = 3.5;
    private static final double BRIGHTEST_SHARE = 0.05;

    static Light of(Picture picture) {
        double red = 0;
        double green = 0;
        double blue = 0;
        int[] brightness = new int[256];
        int pixels = 0;
        for (int y = 0; y < picture.height(); y += STEP) {
            for (int x = 0; x < picture.width(); x += STEP) {
                int rgb = picture.rgbAt(x, y);
                int r = rgb >> 16 & 0xff;
                int g = rgb >> 8 & 0xff;
                int b = rgb & 0xff;
                red += power(r);
                green += power(g);
                blue += power(b);
                brightness[Math.max(r, Math.max(g, b))]++;
                pixels++;
            }
        }
        double r = mean(red, pixels);
        double g = mean(green, pixels);
        double b = mean(blue, pixels);
        double grey = (r + g + b) / 3;
        double brighter =
                Math.max(0.8, Math.min(MOST_BRIGHTER, BRIGHT * 255 / Math.max(1, brightest(brightness, pixels))));
        return new Light(factor(grey, r) * brighter, factor(grey, g) * brighter, factor(grey, b) * brighter);
    }

    private static double power(int value) {
        double share = value / 255.0;
        return share * share * share * share;
    }

    private static double mean(double sum, int pixels) {
        return Math.sqrt(Math.sqrt(sum / Math.max(1, pixels)));
    }

    private static double factor(double grey, double channel) {
        return Math.max(LEAST, Math.min(MOST, grey / Math.max(1e-6, channel)));
    }

    private static int brightest(int[] brightness, int pixels) {
        int left = (int) (BRIGHTEST_SHARE * pixels);
        for (int value = 255; value > 0; value--) {
            left -= brightness[value];
            if (left < 0) {
                return value;
            }
        }
        return 1;
    }
}
