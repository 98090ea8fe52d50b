package io.kakou.models.face;

import io.kakou.models.Picture;
import java.nio.ByteBuffer;
import java.util.Arrays;

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
        Sampling sampling = new Sampling(this, picture, pixels);
        double[] rgb = new double[Picture.CHANNELS];
        for (int row = 0; row < pixels; row++) {
            for (int column = 0; column < pixels; column++) {
                sampling.mean(column, row, rgb);
                write(target, rgb, order);
            }
        }
        return target.flip();
    }

    /** Where each target pixel lies in the picture, and by how many points each way it is sampled. */
    private static final class Sampling {
        private final Picture picture;
        private final int fine;
        private final double acrossX;
        private final double acrossY;
        private final double left;
        private final double top;

        Sampling(Square square, Picture picture, int pixels) {
            double step = square.side / pixels;
            this.picture = picture;
            this.fine = (int) Math.max(1, Math.ceil(step));
            this.acrossX = step / fine * StrictMath.cos(square.turn);
            this.acrossY = step / fine * StrictMath.sin(square.turn);
            double half = pixels * fine / 2.0;
            this.left = square.x - half * acrossX + half * acrossY;
            this.top = square.y - half * acrossY - half * acrossX;
        }

        void mean(int column, int row, double[] sum) {
            Arrays.fill(sum, 0);
            for (int i = 0; i < fine; i++) {
                for (int k = 0; k < fine; k++) {
                    double u = column * fine + k + 0.5;
                    double v = row * fine + i + 0.5;
                    add(left + u * acrossX - v * acrossY - 0.5, top + u * acrossY + v * acrossX - 0.5, sum);
                }
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] /= fine * fine;
            }
        }

        /** A blend of the four pixels around. */
        private void add(double x, double y, double[] sum) {
            int x0 = (int) Math.floor(x);
            int y0 = (int) Math.floor(y);
            double right = x - x0;
            double down = y - y0;
            add(x0, y0, (1 - right) * (1 - down), sum);
            add(x0 + 1, y0, right * (1 - down), sum);
            add(x0, y0 + 1, (1 - right) * down, sum);
            add(x0 + 1, y0 + 1, right * down, sum);
        }

        private void add(int x, int y, double weight, double[] sum) {
            int rgb = picture.rgbAt(within(x, picture.width()), within(y, picture.height()));
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
