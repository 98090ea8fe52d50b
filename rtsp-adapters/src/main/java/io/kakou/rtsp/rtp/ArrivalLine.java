package io.kakou.rtsp.rtp;

/**
 * The slow filter from a stream's own seconds to ours: a straight line under the arrivals, since the network only ever
 * delays. One thread.
 *
 * <p>Of each second's pictures the least delayed one counts. A line is fitted through those, each weighing as much as
 * the others while there are few, and the older ones less when there are more than {@value #MEMORY}. What comes earlier
 * than the line is believed within a second; what comes later bends it by milliseconds only, unless all comes so late
 * for {@value #LASTING_SECONDS} s: then it is no jam but a new way, or our clock was set.
 */
final class ArrivalLine {
    static final double LASTING_SECONDS = 20;
    private static final double WINDOW_SECONDS = 1;
    /** A camera of one picture a second would else give each of them the say. */
    private static final int WINDOW_PICTURES = 5;

    private static final int MEMORY = 80;
    /** From here on the line is believed more than a single second. */
    private static final int LEARNT = 10;

    /** A network of a spread like this is half believed. */
    private static final double STEADY_SECONDS = 0.02;

    private static final double MOST_PULL_SECONDS = 0.01;
    private static final double LATE_SECONDS = 0.1;
    /** Cameras that count 25 pictures a second and take 20 exist. */
    private static final double MOST_RATE = 0.5;

    private double anchor;
    private double delay;
    private double rate;
    private int windows;
    private int pictures;
    private double windowBegan;
    private double least;
    private double leastAt;
    private double sum;
    private double lateSince = Double.NaN;

    /** A line through the first picture. */
    ArrivalLine(double seconds, double arrived) {
        anchor = seconds;
        delay = arrived - seconds;
    }

    /** Our seconds at the stream's. */
    double ours(double seconds) {
        return seconds + delayAt(seconds);
    }

    /** The stream's seconds at ours. */
    double streams(double ours) {
        return (ours - delay + rate * anchor) / (1 + rate);
    }

    /** Takes a picture: its place on the stream's timeline, and when it came on ours. */
    void take(double seconds, double arrived) {
        double late = arrived - ours(seconds);
        if (pictures++ == 0) {
            windowBegan = arrived;
            least = Double.POSITIVE_INFINITY;
            sum = 0;
        }
        sum += late;
        if (late < least) {
            least = late;
            leastAt = seconds;
        }
        double lasted = arrived - windowBegan;
        if (lasted >= WINDOW_SECONDS && pictures >= WINDOW_PICTURES) {
            learn(lasted);
            pictures = 0;
            believeWhatLasts(arrived);
        }
    }

    /** Least squares over a growing memory, which stops to grow: a g-h filter. */
    private void learn(double lasted) {
        windows = Math.min(MEMORY, windows + 1);
        double n = windows;
        double pull = pull();
        delay = delayAt(leastAt) + (least < 0 ? least : pull * 2 * (2 * n - 1) / (n * (n + 1)));
        anchor = leastAt;
        if (windows > 1) {
            // As if two seconds had been seen before in which nothing drifted: most quartzes are good.
            double bent = rate + pull * 6 / ((n + 1) * (n + 2)) / lasted;
            rate = Math.max(-MOST_RATE, Math.min(MOST_RATE, bent));
        }
    }

    /** How much of a second's least delay is believed: little of what is no more than its pictures differ among themselves. */
    private double pull() {
        double spread = sum / pictures - least;
        double doubtful = Math.min(Math.abs(least), spread);
        double trust = 1 / (1 + spread * spread / (STEADY_SECONDS * STEADY_SECONDS));
        double most = windows < LEARNT ? LATE_SECONDS : MOST_PULL_SECONDS;
        return Math.signum(least) * Math.min(most, Math.abs(least) - doubtful + trust * doubtful);
    }

    private void believeWhatLasts(double arrived) {
        if (least <= LATE_SECONDS) {
            lateSince = Double.NaN;
        } else if (Double.isNaN(lateSince)) {
            lateSince = arrived;
        } else if (arrived - lateSince >= LASTING_SECONDS) {
            delay += least;
            windows = Math.min(windows, LEARNT);
            lateSince = Double.NaN;
        }
    }

    private double delayAt(double seconds) {
        return delay + rate * (seconds - anchor);
    }
}
