package io.kakou.analysis.stature;

import java.util.stream.DoubleStream;

/**
 * One person seen upright and whole at one place, the mean of so many looks. In shares of the picture.
 *
 * @param track who it was
 * @param seconds the newest of the looks, on the camera's timeline
 * @param looks averaged
 * @param x of the feet's middle, 0 at the left
 * @param foot where the feet are, 0 at the top
 * @param height of the box
 * @param width of the box
 */
public record Standing(long track, double seconds, int looks, double x, double foot, double height, double width) {
    /** Digits beyond are below a pixel and would only make the memory large. */
    private static final double STEPS = 1e4;
    /** From here on the mean follows like a slow filter. */
    private static final int MOST_LOOKS = 20;

    /** One look's. */
    public static Standing once(long track, double seconds, double x, double foot, double height, double width) {
        return new Standing(track, seconds, 1, rounded(x), rounded(foot), rounded(height), rounded(width));
    }

    /** The mean of this and a newer one. */
    Standing and(Standing newer) {
        int n = Math.min(looks, MOST_LOOKS - 1);
        return new Standing(
                track,
                newer.seconds,
                n + 1,
                mean(x, newer.x, n),
                mean(foot, newer.foot, n),
                mean(height, newer.height, n),
                mean(width, newer.width, n));
    }

    /** The same sight under another name and time. */
    Standing as(long newTrack, double newSeconds) {
        return new Standing(newTrack, newSeconds, looks, x, foot, height, width);
    }

    /** Whether it can be what somebody saw; of what comes from outside nobody knows. */
    public boolean isSound() {
        return looks >= 1
                && Double.isFinite(seconds)
                && DoubleStream.of(x, foot, height, width).allMatch(share -> share >= 0 && share <= 1);
    }

    double shape() {
        return height / width;
    }

    private static double mean(double before, double newer, int n) {
        return rounded((before * n + newer) / (n + 1));
    }

    private static double rounded(double share) {
        return Math.rint(share * STEPS) / STEPS;
    }
}
