package io.kakou.benchmarks.child;

import io.kakou.models.Picture;
import java.nio.FloatBuffer;

/**
 * A walker cut out of one frame against the empty scene.
 *
 * @param seconds of the frame
 * @param boxHeight of the walker, in pixels
 * @param placeX where its feet were, in pixels of the frame
 * @param placeY the same
 * @param footX where they are in the cut-out
 * @param rgba colours times opacity, and opacity, 0 to 255 and 0 to 1; row by row
 */
record Cutout(
        double seconds,
        double boxHeight,
        double placeX,
        double placeY,
        double footX,
        double footY,
        int width,
        int height,
        FloatBuffer rgba) {
    /** Below this difference to the empty scene a pixel is scene, from the other on it is the walker. */
    private static final double SCENE = 14;

    private static final double WALKER = 34;
    /** How far around its box a walker may reach, in shares of the box. */
    private static final double AROUND = 0.12;

    /** A walker's box in a frame, in pixels. */
    record Place(double left, double top, double width, double height) {}

    static Cutout of(Picture frame, Picture empty, Place box, double seconds) {
        int left = (int) Math.max(0, box.left() - AROUND * box.width());
        int top = (int) Math.max(0, box.top() - AROUND / 2 * box.height());
        int width = (int) Math.min(frame.width() - left, box.width() * (1 + 2 * AROUND));
        int height = (int) Math.min(frame.height() - top, box.height() * (1 + AROUND));
        float[] rgba = new float[4 * width * height];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int at = ((top + row) * frame.width() + left + column) * Picture.CHANNELS;
                cut(frame, empty, at, rgba, 4 * (row * width + column));
            }
        }
        double x = box.left() + box.width() / 2;
        double y = box.top() + box.height();
        return new Cutout(seconds, box.height(), x, y, x - left, y - top, width, height, FloatBuffer.wrap(rgba));
    }

    private static void cut(Picture frame, Picture empty, int at, float[] rgba, int to) {
        int differs = 0;
        for (int c = 0; c < Picture.CHANNELS; c++) {
            differs = Math.max(
                    differs,
                    Math.abs((frame.rgb().get(at + c) & 0xff) - (empty.rgb().get(at + c) & 0xff)));
        }
        float opaque = (float) Math.max(0, Math.min(1, (differs - SCENE) / (WALKER - SCENE)));
        for (int c = 0; c < Picture.CHANNELS; c++) {
            rgba[to + c] = opaque * (frame.rgb().get(at + c) & 0xff);
        }
        rgba[to + 3] = opaque;
    }

    /** The share of the box that is walker: of an empty box near 0, of a full one about a half. */
    double filled() {
        double sum = 0;
        for (int i = 3; i < rgba.capacity(); i += 4) {
            sum += rgba.get(i);
        }
        return sum / (rgba.capacity() / 4.0);
    }

    /** The mean over what one pixel covers at this scale. */
    double[] at(double x, double y, double scale) {
        double half = Math.max(0.5, 0.5 / scale);
        int left = (int) Math.max(0, Math.floor(x - half + 0.5));
        int top = (int) Math.max(0, Math.floor(y - half + 0.5));
        int right = (int) Math.min(width - 1, Math.max(left, Math.ceil(x + half - 0.5) - 1));
        int bottom = (int) Math.min(height - 1, Math.max(top, Math.ceil(y + half - 0.5) - 1));
        double[] mean = new double[4];
        int n = 0;
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                n++;
                for (int c = 0; c < 4; c++) {
                    mean[c] += rgba.get(4 * (row * width + column) + c);
                }
            }
        }
        for (int c = 0; c < 4 && n > 0; c++) {
            mean[c] /= n;
        }
        return mean;
    }
}
