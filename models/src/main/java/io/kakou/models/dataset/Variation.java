package io.kakou.models.dataset;

import io.kakou.models.Box;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.scaling.Stretch;
import java.util.List;
import java.util.Random;

/**
 * A picture seen otherwise: nearer, turned by up to 20°, from the other side, in other light. Made in memory, from a seed,
 * the same each time. It knows where each of its places was in the picture it was made of.
 */
public final class Variation {
    private static final Size BETWEEN = new Size(450, 450);
    private static final double TURN = Math.toRadians(20);
    private static final int GREY = 110;

    private final double[] matrix;
    private final double gamma;
    private final double gain;
    private final double saturation;
    private final double noise;
    private final long seed;

    private Variation(double[] matrix, Random random, long seed) {
        this.matrix = matrix;
        this.gamma = Math.exp(0.9 * (random.nextDouble() - 0.5));
        this.gain = 0.75 + 0.5 * random.nextDouble();
        this.saturation = random.nextInt(4) == 0 ? 0 : 0.5 + random.nextDouble();
        this.noise = random.nextInt(3) == 0 ? 12 * random.nextDouble() : 0;
        this.seed = seed;
    }

    /**
     * The variation of a seed for pictures of this shape.
     *
     * @param aspect width over height
     */
    public static Variation of(long seed, double aspect) {
        Random random = new Random(seed);
        double scale = 0.65 + 0.5 * random.nextDouble();
        double narrow = Math.exp(0.4 * (random.nextDouble() - 0.5));
        double turn = TURN * (2 * random.nextDouble() - 1);
        double x = 0.5 + 0.3 * (random.nextDouble() - 0.5);
        double y = 0.5 + 0.3 * (random.nextDouble() - 0.5);
        double across = scale * narrow * (random.nextBoolean() ? -1 : 1);
        double down = scale / narrow;
        // Turned in pixels, not in shares, or an upright scooter would lean on a wide picture.
        double[] matrix = {
            Math.cos(turn) * across,
            -Math.sin(turn) * down / aspect,
            x,
            Math.sin(turn) * across * aspect,
            Math.cos(turn) * down,
            y
        };
        return new Variation(matrix, random, seed);
    }

    /** Where in the original a place of the varied picture was, both in shares; it may lie outside. */
    public double[] origin(double x, double y) {
        double u = x - 0.5;
        double v = y - 0.5;
        return new double[] {matrix[0] * u + matrix[1] * v + matrix[2], matrix[3] * u + matrix[4] * v + matrix[5]};
    }

    /** The varied picture at that size; grey where the original has nothing. */
    public Picture of(Picture picture, Size size) {
        Picture source = Picture.allocate(BETWEEN.width(), BETWEEN.height());
        Stretch.into(source.rgb(), picture, BETWEEN);
        Picture varied = Picture.allocate(size.width(), size.height());
        Random grain = new Random(seed);
        double[] colour = new double[Picture.CHANNELS];
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                double[] from = origin((x + 0.5) / size.width(), (y + 0.5) / size.height());
                sample(source, from[0] * BETWEEN.width() - 0.5, from[1] * BETWEEN.height() - 0.5, colour);
                put(varied, (y * size.width() + x) * Picture.CHANNELS, colour, grain);
            }
        }
        return varied;
    }

    /** Whether a place lies in one of the boxes, each grown on every side by that share of itself. */
    public static boolean isInside(List<Box> boxes, double[] place, double grown) {
        return boxes.stream()
                .anyMatch(box -> place[0] > box.left() - grown * box.width()
                        && place[0] < box.right() + grown * box.width()
                        && place[1] > box.top() - grown * box.height()
                        && place[1] < box.bottom() + grown * box.height());
    }

    private static void sample(Picture source, double x, double y, double[] colour) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        for (int channel = 0; channel < Picture.CHANNELS; channel++) {
            double upper = mix(at(source, left, top, channel), at(source, left + 1, top, channel), x - left);
            double lower = mix(at(source, left, top + 1, channel), at(source, left + 1, top + 1, channel), x - left);
            colour[channel] = mix(upper, lower, y - top);
        }
    }

    private static double at(Picture source, int x, int y, int channel) {
        if (x < 0 || y < 0 || x >= source.width() || y >= source.height()) {
            return GREY;
        }
        return source.rgb().get((y * source.width() + x) * Picture.CHANNELS + channel) & 0xff;
    }

    private static double mix(double one, double other, double share) {
        return one + (other - one) * share;
    }

    private void put(Picture varied, int at, double[] colour, Random grain) {
        double grey = 0.3 * colour[0] + 0.59 * colour[1] + 0.11 * colour[2];
        for (int channel = 0; channel < Picture.CHANNELS; channel++) {
            double value = Math.max(0, grey + (colour[channel] - grey) * saturation);
            double lit = 255 * Math.pow(value / 255, gamma) * gain + noise * grain.nextGaussian();
            varied.rgb().put(at + channel, (byte) Math.round(Math.max(0, Math.min(255, lit))));
        }
    }
}
