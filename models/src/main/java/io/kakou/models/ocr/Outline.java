package io.kakou.models.ocr;

import java.util.Arrays;

/** The smallest rectangle around pixels, at any slope up to 45° either way. */
final class Outline {
    private static final int SLOPES = 90;

    private Outline() {}

    /** Around pixels numbered row by row. A degree's step is finer than what a line of plates needs. */
    static Strip around(int[] pixels, int width) {
        Strip best = at(pixels, width, 0);
        for (int i = 1; i <= SLOPES; i++) {
            Strip strip = at(pixels, width, Math.toRadians(i - SLOPES / 2.0));
            if (area(strip) < area(best) - 1e-6) {
                best = strip;
            }
        }
        return best;
    }

    private static double area(Strip strip) {
        return strip.width() * strip.height();
    }

    private static Strip at(int[] pixels, int width, double slope) {
        double cos = Math.cos(slope);
        double sin = Math.sin(slope);
        double[] low = {Double.MAX_VALUE, Double.MAX_VALUE};
        double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int pixel : pixels) {
            int row = pixel / width;
            double x = pixel % width + 0.5;
            double y = row + 0.5;
            double[] turned = {x * cos + y * sin, y * cos - x * sin};
            Arrays.setAll(low, i -> Math.min(low[i], turned[i]));
            Arrays.setAll(high, i -> Math.max(high[i], turned[i]));
        }
        double across = (high[0] - low[0] + 1) / 2;
        double down = (high[1] - low[1] + 1) / 2;
        double u = (high[0] + low[0]) / 2;
        double v = (high[1] + low[1]) / 2;
        return new Strip(u * cos - v * sin, u * sin + v * cos, across * cos, across * sin, -down * sin, down * cos);
    }
}
