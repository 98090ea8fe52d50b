package io.kakou.benchmarks.wakes;

import java.util.Random;

/** What makes a camera see less or nothing, from the middle of its looks on; and what only seems to. */
public enum Blinding implements Overlay {
    /** A veil that leaves a quarter of the contrast. */
    FOG,
    /** One that leaves half: there is still something to be seen, and it is no fault to judge it. */
    HAZE,
    /** Out of focus. */
    DEFOCUS,
    /** A smooth thing before all of the lens but for an edge. */
    COVER,
    /** Light goes, and with it contrast. */
    DUSK,
    /** Day turns to the camera's infrared light. */
    IR,
    /** The camera is turned by a fifth of its picture. */
    TURNED,
    /** Somebody or something large stands before a third of it. */
    LARGE_THING;

    private static final int RADIUS = 9;

    /** Whether it should be told. */
    boolean blinds() {
        return this == FOG || this == DEFOCUS || this == COVER;
    }

    @Override
    public Canvas over(Canvas scene, Random random, int look) {
        if (look < Stage.LOOKS / 2) {
            return scene;
        }
        return switch (this) {
            case FOG -> veiled(scene.copy(), 0.25);
            case HAZE -> veiled(scene.copy(), 0.5);
            case DEFOCUS -> blurred(blurred(scene));
            case COVER -> covered(scene.copy(), 0, 0.92);
            case DUSK -> dimmed(scene.copy());
            case IR -> Disturbance.IR_SWITCH.over(scene, random, look);
            case TURNED -> scene.moved(Canvas.W / 5.0, 0, new int[] {0, 0, Canvas.W, Canvas.H});
            case LARGE_THING -> covered(scene.copy(), 0.3, 0.33);
        };
    }

    private static Canvas veiled(Canvas to, double left) {
        for (int i = 0; i < to.rgb.length; i++) {
            to.rgb[i] = (float) (left * to.rgb[i] + (1 - left) * 190);
        }
        return to;
    }

    private static Canvas dimmed(Canvas to) {
        for (int i = 0; i < to.rgb.length; i++) {
            to.rgb[i] = (float) (0.4 * to.rgb[i]);
        }
        return to;
    }

    /** From a share of the width on. */
    private static Canvas covered(Canvas to, double from, double share) {
        int left = (int) (from * Canvas.W);
        int right = (int) ((from + share) * Canvas.W);
        for (int y = 0; y < Canvas.H; y++) {
            for (int x = left; x < right; x++) {
                double shade = 55 + 25 * Math.sin(x / 150.0) + 20 * Math.cos(y / 120.0);
                to.light(x, y, 0, shade);
            }
        }
        return to;
    }

    /** A mean over a square; twice is nearly a Gaussian. */
    private static Canvas blurred(Canvas of) {
        Canvas across = of.copy();
        Canvas both = of.copy();
        run(of, across, Canvas.W, Canvas.H, 3, Canvas.W * 3);
        run(across, both, Canvas.H, Canvas.W, Canvas.W * 3, 3);
        return both;
    }

    private static void run(Canvas from, Canvas to, int length, int lines, int step, int next) {
        for (int line = 0; line < lines; line++) {
            for (int c = 0; c < 3; c++) {
                double sum = 0;
                for (int i = -RADIUS; i < length + RADIUS; i++) {
                    sum += from.rgb[line * next + Math.max(0, Math.min(length - 1, i)) * step + c];
                    if (i >= RADIUS) {
                        to.rgb[line * next + (i - RADIUS) * step + c] = (float) (sum / (2 * RADIUS + 1));
                        sum -= from.rgb[line * next + Math.max(0, i - 2 * RADIUS) * step + c];
                    }
                }
            }
        }
    }
}
