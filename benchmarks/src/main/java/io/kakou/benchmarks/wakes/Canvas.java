package io.kakou.benchmarks.wakes;

import io.kakou.models.Picture;
import io.kakou.models.Size;

/** Colours of a picture in numbers that may leave 0 to 255 for a while. */
public final class Canvas {
    static final Size SIZE = new Size(640, 360);
    static final int W = SIZE.width();
    static final int H = SIZE.height();

    /** Red, green, blue, pixel by pixel. */
    final float[] rgb;

    private Canvas(float[] rgb) {
        this.rgb = rgb;
    }

    static Canvas of(Picture picture) {
        float[] rgb = new float[W * H * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = picture.rgb().get(i) & 0xff;
        }
        return new Canvas(rgb);
    }

    Canvas copy() {
        return new Canvas(rgb.clone());
    }

    double mean() {
        double sum = 0;
        for (float one : rgb) {
            sum += one;
        }
        return sum / rgb.length;
    }

    /** Green, which is most of luma. */
    float at(int x, int y) {
        return rgb[(y * W + x) * 3 + 1];
    }

    /** Adds as much to each colour. */
    void add(int x, int y, double light) {
        if (x >= 0 && x < W && y >= 0 && y < H) {
            int at = (y * W + x) * 3;
            for (int c = 0; c < 3; c++) {
                rgb[at + c] = (float) (rgb[at + c] + light);
            }
        }
    }

    /** Each colour times a factor and plus some. */
    void light(int x, int y, double factor, double more) {
        int at = (y * W + x) * 3;
        for (int c = 0; c < 3; c++) {
            rgb[at + c] = (float) (rgb[at + c] * factor + more);
        }
    }

    /** The picture moved by less or more than a pixel, its edges repeated; within a rectangle alone. */
    Canvas moved(double dx, double dy, int[] rectangle) {
        Canvas to = copy();
        for (int y = rectangle[1]; y < rectangle[3]; y++) {
            for (int x = rectangle[0]; x < rectangle[2]; x++) {
                double fromX = Math.max(0, Math.min(W - 1.001, x + dx));
                double fromY = Math.max(0, Math.min(H - 1.001, y + dy));
                int left = (int) fromX;
                int top = (int) fromY;
                double u = fromX - left;
                double v = fromY - top;
                for (int c = 0; c < 3; c++) {
                    int at = (top * W + left) * 3 + c;
                    to.rgb[(y * W + x) * 3 + c] = (float) ((rgb[at] * (1 - u) + rgb[at + 3] * u) * (1 - v)
                            + (rgb[at + W * 3] * (1 - u) + rgb[at + W * 3 + 3] * u) * v);
                }
            }
        }
        return to;
    }

    /** Into a picture, with a sensor's noise. */
    void write(Picture into, byte[] noise, int from, double sigma) {
        byte[] bytes = new byte[rgb.length];
        int mask = noise.length - 1;
        for (int i = 0; i < W * H; i++) {
            double more = noise[(from + i) & mask] * sigma / 32;
            for (int c = 0; c < 3; c++) {
                bytes[i * 3 + c] = (byte) Math.max(0, Math.min(255, Math.round(rgb[i * 3 + c] + more)));
            }
        }
        into.rgb().put(0, bytes);
    }
}
