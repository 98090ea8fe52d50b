package io.kakou.benchmarks.wakes;

import java.util.Random;

/** What changes a picture though nobody came. Laid over real pictures look by look. */
public enum Disturbance implements Overlay {
    /** Nothing but the sensor's noise. */
    NONE,
    /** Nothing, coded with a quarter of the bits. */
    COARSE_CODING,
    /** The camera's exposure goes up and down. */
    EXPOSURE,
    /** A pool of light sweeps over a dark scene. */
    HEADLIGHTS,
    /** Streaks. */
    RAIN,
    /** Bright blobs close to the lens, in a dark scene. */
    INSECTS,
    /** From colour by day to grey in the camera's own infrared light, once, in the middle. */
    IR_SWITCH,
    /** The camera shakes. */
    SHAKE,
    /** Leaves sway in a part of the picture. */
    LEAVES;

    private static final int[] ALL = {0, 0, Canvas.W, Canvas.H};

    @Override
    public boolean isDark() {
        return this == HEADLIGHTS || this == INSECTS;
    }

    @Override
    public int bitsPerSecond() {
        return this == COARSE_CODING ? 600_000 : 2_500_000;
    }

    @Override
    public Canvas over(Canvas scene, Random random, int look) {
        return switch (this) {
            case NONE, COARSE_CODING -> scene;
            case EXPOSURE -> exposed(scene.copy(), 0.75 + 0.6 * random.nextDouble(), 0.9 + 0.2 * random.nextDouble());
            case HEADLIGHTS -> lit(scene.copy(), random);
            case RAIN -> rained(scene.copy(), random);
            case INSECTS -> flown(scene.copy(), random);
            case IR_SWITCH -> look < Stage.LOOKS / 2 ? scene : infrared(scene.copy());
            case SHAKE -> scene.moved(2.5 * (random.nextDouble() - 0.5), 2.5 * (random.nextDouble() - 0.5), ALL);
            case LEAVES ->
                scene.moved(
                        5 * (random.nextDouble() - 0.5), 4 * (random.nextDouble() - 0.5), new int[] {30, 20, 220, 140});
        };
    }

    private static Canvas exposed(Canvas to, double gain, double gamma) {
        for (int i = 0; i < to.rgb.length; i++) {
            to.rgb[i] = (float) (255 * Math.pow(Math.max(0, Math.min(1, to.rgb[i] * gain / 255)), gamma));
        }
        return to;
    }

    private static Canvas lit(Canvas to, Random random) {
        double x0 = random.nextDouble() * Canvas.W;
        double y0 = Canvas.H * (0.4 + 0.5 * random.nextDouble());
        double wide = 60 + 80 * random.nextDouble();
        double high = 20 + 25 * random.nextDouble();
        double factor = 0.8 + 1.5 * random.nextDouble();
        double haze = 10 + 15 * random.nextDouble();
        for (int y = 0; y < Canvas.H; y++) {
            for (int x = 0; x < Canvas.W; x++) {
                double u = (x - x0) / wide;
                double v = (y - y0) / high;
                double light = Math.exp(-(u * u + v * v) / 2);
                to.light(x, y, 1 + factor * light, haze * light);
            }
        }
        return to;
    }

    private static Canvas rained(Canvas to, Random random) {
        int streaks = 60 + random.nextInt(100);
        for (int i = 0; i < streaks; i++) {
            double x = random.nextDouble() * Canvas.W;
            int top = random.nextInt(Canvas.H);
            int length = 15 + random.nextInt(40);
            double slant = 0.1 + 0.1 * random.nextDouble();
            double light = 12 + 35 * random.nextDouble();
            int width = 1 + random.nextInt(2);
            for (int y = top; y < top + length; y++, x -= slant) {
                for (int k = 0; k < width; k++) {
                    to.add((int) x + k, y, light);
                }
            }
        }
        return to;
    }

    private static Canvas flown(Canvas to, Random random) {
        int insects = 1 + random.nextInt(3);
        for (int i = 0; i < insects; i++) {
            double x0 = random.nextDouble() * Canvas.W;
            double y0 = random.nextDouble() * Canvas.H;
            double radius = 8 + 18 * random.nextDouble();
            double trail = 1 + 2 * random.nextDouble();
            double angle = random.nextDouble() * Math.PI;
            double light = 100 + 100 * random.nextDouble();
            for (int y = 0; y < Canvas.H; y++) {
                for (int x = 0; x < Canvas.W; x++) {
                    double u = ((x - x0) * Math.cos(angle) + (y - y0) * Math.sin(angle)) / radius / trail;
                    double v = ((y - y0) * Math.cos(angle) - (x - x0) * Math.sin(angle)) / radius;
                    to.add(x, y, light * Math.exp(-(u * u + v * v)));
                }
            }
        }
        return to;
    }

    /** What is green shines, what is blue is dark, and the lamps light the middle. */
    private static Canvas infrared(Canvas to) {
        for (int y = 0; y < Canvas.H; y++) {
            for (int x = 0; x < Canvas.W; x++) {
                int at = (y * Canvas.W + x) * 3;
                double u = (x - Canvas.W / 2.0) / Canvas.W;
                double v = (y - Canvas.H / 2.0) / Canvas.H;
                double lamp = 1.15 - 1.2 * (u * u + v * v);
                float grey =
                        (float) ((0.45 * to.rgb[at] + 0.65 * to.rgb[at + 1] - 0.1 * to.rgb[at + 2]) * lamp * 0.9 + 8);
                to.rgb[at] = grey;
                to.rgb[at + 1] = grey;
                to.rgb[at + 2] = grey;
            }
        }
        return to;
    }
}
