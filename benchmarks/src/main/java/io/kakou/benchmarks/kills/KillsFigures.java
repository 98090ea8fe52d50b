package io.kakou.benchmarks.kills;

import java.util.Map;

/**
 * How it went.
 *
 * @param kills by what was killed
 * @param seed of the moments
 * @param minutes in all
 * @param alertsPerSecond all along
 * @param recoverySecondsP50 from the kill until an alert of after it is in an incident and every task runs, by what was killed
 * @param recoverySecondsMost likewise
 * @param transitionsIn alerts and actions that the log acknowledged
 * @param transitionsOut that the incidents have in the end
 * @param incidents that there are
 * @param lost acknowledged, and in no incident
 * @param doubled there more than once, by id or by cause
 * @param takenBack read once, and not there in the end
 * @param strange there, and caused by nothing acknowledged
 */
public record KillsFigures(
        Map<String, Integer> kills,
        long seed,
        double minutes,
        double alertsPerSecond,
        Map<String, Double> recoverySecondsP50,
        Map<String, Double> recoverySecondsMost,
        int transitionsIn,
        int transitionsOut,
        int incidents,
        int lost,
        int doubled,
        int takenBack,
        long strange) {
    /** Whether all that went in came out, once. */
    public boolean isWhole() {
        return lost == 0 && doubled == 0 && takenBack == 0 && strange == 0 && transitionsIn == transitionsOut;
    }
}
