package io.kakou.benchmarks.watch;

import java.util.Map;

/**
 * Looking as it is planned beside looking all the time.
 *
 * @param picturesASecond at which the other looks
 * @param seconds that a kind's street was measured
 * @param kinds by kind of camera
 * @param ratio how many times as much the other costs, for the reference mix's 100 lifts and 60 gates together
 */
public record UniformFigures(double picturesASecond, double seconds, Map<String, Kind> kinds, double ratio) {

    /** Both on the same films. */
    public record Kind(Way uniform, Way planned, double ratio) {
        static Kind of(Way uniform, Way planned) {
            return new Kind(uniform, planned, UniformFigures.ratio(uniform.coresACamera, planned.coresACamera));
        }
    }

    /**
     * One way of looking.
     *
     * @param cameras shown at once, or films gone through
     * @param coresACamera CPU seconds a second of film
     * @param eventsFindable planted, that are found where every picture is judged
     * @param eventsFound of them
     * @param falseAlerts that no planted event explains
     * @param withLess cameras that had less than their events need, at the end
     */
    public record Way(
            int cameras, double coresACamera, int eventsFindable, int eventsFound, int falseAlerts, int withLess) {}

    static double ratio(double more, double less) {
        return less == 0 ? 0 : Math.round(100 * more / less) / 100.0;
    }

    static double rounded(double cores) {
        return Math.round(1e5 * cores) / 1e5;
    }
}
