package io.kakou.benchmarks.wakes;

import io.kakou.analysis.gate.GreyPicture;
import org.jspecify.annotations.Nullable;

/**
 * The gate to compare with, which was Kakou's: one light for the whole picture, one flicker for the whole camera, pixels that
 * differ with most of their neighbours.
 */
final class OneLightGate implements Opener {
    private static final double LEAST_SHARE = 0.002;
    private static final double LEAST_CONTRAST = 12;
    private static final double NOISE_FACTOR = 4;
    private static final double LEARNING = 0.05;
    private static final double MOST_GAIN = 2;
    private static final int TRUSTED = 25;
    private static final int STEP = 7;

    private @Nullable GreyPicture reference;
    private double noise = 2;

    @Override
    public boolean opens(GreyPicture picture) {
        GreyPicture before = reference;
        if (before == null) {
            reference = picture;
            return true;
        }
        double[] light = fit(before, picture, fit(before, picture, new double[] {1, 0}, 256), TRUSTED);
        int limit = (int) Math.max(LEAST_CONTRAST, NOISE_FACTOR * noise);
        int[] differences = new int[256];
        boolean[] differs = new boolean[picture.pixels()];
        for (int i = 0; i < differs.length; i++) {
            int difference = Math.abs(picture.at(i) - expected(light, before.at(i)));
            differs[i] = difference > limit;
            differences[difference]++;
        }
        noise += LEARNING * (spread(differences, differs.length) - noise);
        boolean opens = supported(differs, picture.width()) >= LEAST_SHARE * differs.length;
        reference = opens ? picture : reference;
        return opens;
    }

    private static int expected(double[] light, int before) {
        return (int) Math.max(0, Math.min(255, Math.round(light[0] * before + light[1])));
    }

    private static double[] fit(GreyPicture before, GreyPicture now, double[] known, int within) {
        double n = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < before.pixels(); i += STEP) {
            int b = before.at(i);
            int v = now.at(i);
            if (Math.abs(v - expected(known, b)) <= within) {
                n++;
                x += b;
                y += v;
                xx += b * (double) b;
                xy += b * (double) v;
            }
        }
        double variance = n * xx - x * x;
        if (n * STEP * 4 < before.pixels() || variance <= 0) {
            return known;
        }
        double gain = Math.max(1 / MOST_GAIN, Math.min(MOST_GAIN, (n * xy - x * y) / variance));
        return new double[] {gain, (y - gain * x) / n};
    }

    private static int supported(boolean[] differs, int width) {
        int count = 0;
        for (int i = width + 1; i < differs.length - width - 1; i++) {
            int around = 0;
            for (int row = i - width; row <= i + width; row += width) {
                around += (differs[row - 1] ? 1 : 0) + (differs[row] ? 1 : 0) + (differs[row + 1] ? 1 : 0);
            }
            count += differs[i] && around >= 5 ? 1 : 0;
        }
        return count;
    }

    private static double spread(int[] differences, int pixels) {
        int below = 0;
        int level = 0;
        while (below + differences[level] < pixels / 2.0) {
            below += differences[level++];
        }
        return 1.4826 * (level + (pixels / 2.0 - below) / differences[level]);
    }
}
