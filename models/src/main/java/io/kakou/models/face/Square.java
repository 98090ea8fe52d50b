package io.kakou.models.face;

import io.kakou.models.Picture;
import java.nio.ByteBuffer;

/**
 * A square that may lie turned in a picture and reach beyond it, where the picture's edge goes on.
 *
 * @param x of its middle, in pixels
 * @param y of its middle
 * @param side in pixels
 * @param turn clockwise, in radians
 */
record Square(double x, double y, double side, double turn) {
    /** In which order the channels are written. */
    enum Order {
        RGB,
        BGR
    }

    /** The square as a picture of {@code pixels} each way: each of its pixels is the mean of what it covers. */
    ByteBuffer cut(Picture picture, int pixels, Order order) {
        ByteBuffer target = ByteBuffer.allocateDirect(pixels * pixels * Picture.CHANNELS);
        double step = side / pixels;
        int fine = (int) Math.max(1, Math.ceil(step));
        for (int row = 0; row < pixels; row++) {
            for (int column = 0; column < pixels; column++) {
                write(target, mean(picture, column, row, new Grain(step, fine, pixels)), order);
            }
        }
        return target.flip();
    }

    /** How large a target pixel is, and by how many points each way it is sampled. */
    private record Grain(double step, int fine, int pixels) {}

    private double[] mean(Picture picture, int column, int row, Grain grain) {
        double[] sum = new double[Picture.CHANNELS];
        for (int i = 0; i < grain.fine * grain.fine; i++) {
            double u = (column + (i % grain.fine + 0.5) / grain.fine - grain.pixels / 2.0) * grain.step;
            int down = i / grain.fine;
            double v = (row + (down + 0.5) / grain.fine - grain.pixels / 2.0) * grain.step;
            add(picture, x + u * Math.cos(turn) - v * Math.sin(turn), y + u * Math.sin(turn) + v * Math.cos(turn), sum);
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= grain.fine * grain.fine;
        }
        return sum;
    }

    /** A blend of the four pixels around. */
    private static void add(Picture picture, double px, double py, double[] sum) {
        double left = Math.floor(px - 0.5);
        double top = Math.floor(py - 0.5);
        double right = px - 0.5 - left;
        double down = py - 0.5 - top;
        for (int i = 0; i < 4; i++) {
            double weight = (i % 2 == 0 ? 1 - right : right) * (i < 2 ? 1 - down : down);
            int rgb = picture.rgbAt(
                    within((int) left + i % 2, picture.width()), within((int) top + i / 2, picture.height()));
            sum[0] += weight * (rgb >> 16);
            sum[1] += weight * (rgb >> 8 & 0xff);
            sum[2] += weight * (rgb & 0xff);
        }
    }

    private static int within(int at, int length) {
        return Math.max(0, Math.min(length - 1, at));
    }

    private static void write(ByteBuffer target, double[] rgb, Order order) {
        for (int i = 0; i < rgb.length; i++) {
            target.put((byte) Math.round(rgb[order == Order.RGB ? i : rgb.length - 1 - i]));
        }
    }
}
