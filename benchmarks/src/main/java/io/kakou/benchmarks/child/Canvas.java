package io.kakou.benchmarks.child;

import io.kakou.models.Picture;
import java.nio.ByteBuffer;

/** A picture that is painted on. */
final class Canvas {
    private final Picture picture;

    private Canvas(Picture picture) {
        this.picture = picture;
    }

    static Canvas copyOf(Picture picture) {
        Picture copy = Picture.allocate(picture.width(), picture.height());
        copy.rgb().put(0, picture.rgb(), 0, picture.width() * picture.height() * Picture.CHANNELS);
        return new Canvas(copy);
    }

    Picture picture() {
        return picture;
    }

    /** Lays a cut-out down so that its feet are at x, foot, in pixels. */
    void lay(Cutout cutout, double x, double foot, double scale) {
        double left = x - cutout.footX() * scale;
        double top = foot - cutout.footY() * scale;
        int bottom = (int) Math.min(picture.height() - 1, top + cutout.height() * scale);
        int right = (int) Math.min(picture.width() - 1, left + cutout.width() * scale);
        for (int row = (int) Math.max(0, top); row <= bottom; row++) {
            for (int column = (int) Math.max(0, left); column <= right; column++) {
                blend(cutout.at((column + 0.5 - left) / scale, (row + 0.5 - top) / scale, scale), column, row);
            }
        }
    }

    private void blend(double[] rgba, int column, int row) {
        ByteBuffer rgb = picture.rgb();
        int at = (row * picture.width() + column) * Picture.CHANNELS;
        for (int c = 0; c < Picture.CHANNELS; c++) {
            double under = rgb.get(at + c) & 0xff;
            rgb.put(at + c, (byte) Math.round(rgba[c] + under * (1 - rgba[3])));
        }
    }
}
