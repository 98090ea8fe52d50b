package io.kakou.benchmarks.endure;

import io.kakou.rtsp.simulate.Simulator;

/**
 * What is to be endured.
 *
 * @param seconds measured
 * @param awaySeconds the store is killed for so long, from a third of the measured time on
 * @param kilobits a second that each camera sends, on average
 */
public record Plan(int cameras, double seconds, double awaySeconds, int kilobits) {
    private static final int LEAST_KILOBITS = 50;
    private static final int MOST_KILOBITS = 4000;

    public Plan {
        if (cameras < 1 || !(seconds > 0) || !(awaySeconds >= 0 && awaySeconds <= seconds - seconds / 3)) {
            throw new IllegalArgumentException("cameras " + cameras + ", seconds " + seconds + ", away " + awaySeconds
                    + "; allowed: 1 and more, above 0, and 0 to two thirds of the seconds");
        }
        if (kilobits < LEAST_KILOBITS || kilobits > MOST_KILOBITS) {
            throw new IllegalArgumentException(
                    "kilobits " + kilobits + "; allowed: " + LEAST_KILOBITS + " to " + MOST_KILOBITS);
        }
    }

    /** As the system knows a camera. */
    static String id(int number) {
        return Simulator.name(number);
    }

    double awayFrom() {
        return seconds / 3;
    }

    /** Whether the store is away, so many seconds into the measured time. */
    boolean awayAt(double passed) {
        return passed >= awayFrom() && passed < awayFrom() + awaySeconds;
    }
}
