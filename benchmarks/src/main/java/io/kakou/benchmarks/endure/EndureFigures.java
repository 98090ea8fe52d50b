package io.kakou.benchmarks.endure;

import java.util.List;
import java.util.Map;

/**
 * How a street with faults was endured.
 *
 * @param seconds measured
 * @param awaySeconds of these, in which the object store was killed
 * @param kilobits a second that a camera sends, on average
 * @param analysisMiB resident memory of the process that looks
 * @param nativeMiB of it, what is no Java heap
 * @param allMiB of all processes but the simulator
 * @param threads of the process that looks
 * @param descriptors that it has open
 * @param stuckThreads that stood or span at one place in three dumps in a row, of all JVMs
 * @param restarts of processes that ended by themselves
 * @param mostUnseenHealthy cameras without a fault that were at one moment not looked at for more than a minute
 * @param mostUnseenFaulty others
 * @param mostSpooledMiB that waited for the store
 * @param drainSeconds from the store's return until no more waited than before it went; -1 where more did at the end
 * @param analysisCores of the process that looks
 * @param allCores of all processes but the simulator
 * @param groups what was recorded and lost, by fault
 * @param course every half minute
 */
public record EndureFigures(
        int cameras,
        double seconds,
        double awaySeconds,
        int kilobits,
        Growth analysisMiB,
        Growth nativeMiB,
        Growth allMiB,
        Growth threads,
        Growth descriptors,
        List<String> stuckThreads,
        int restarts,
        int mostUnseenHealthy,
        int mostUnseenFaulty,
        double mostSpooledMiB,
        double drainSeconds,
        double analysisCores,
        double allCores,
        double sourceCores,
        double load,
        Map<String, GroupFigures> groups,
        List<Sample> course) {

    /**
     * Of one thing over the measured time.
     *
     * @param early behind the first sixth, which is ten minutes of an hour
     * @param slopeAnHour of the line of least squares from there on
     * @param slopeMargin half its 95 % interval
     */
    public record Growth(double early, double end, double peak, double slopeAnHour, double slopeMargin) {}
}
