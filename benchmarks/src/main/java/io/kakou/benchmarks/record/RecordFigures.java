package io.kakou.benchmarks.record;

/**
 * What recording took.
 *
 * @param cameras recorded all the time
 * @param seconds measured
 * @param awaySeconds in which the store was away, within the run
 * @param offeredMiBPerSecond what the cameras sent
 * @param recordedMiBPerSecond what reached the store and its index in the measured time
 * @param recordingLostSeconds that cameras showed and that were lost, of all together, over the whole run
 * @param mostSpooledMiB that waited on the disk
 * @param drainSeconds from the end of the measured time until nothing waited; -1 where something did after five minutes
 * @param recorderCores of the recording process, its cameras in memory included
 * @param storeCores of the object store's process
 * @param recorderRssMiB at the end; {@code peak} the most
 * @param loadAverage of the machine
 */
public record RecordFigures(
        int cameras,
        double seconds,
        double awaySeconds,
        double offeredMiBPerSecond,
        double recordedMiBPerSecond,
        double recordingLostSeconds,
        double mostSpooledMiB,
        double drainSeconds,
        double recorderCores,
        double storeCores,
        double recorderRssMiB,
        double recorderPeakRssMiB,
        double storeRssMiB,
        double loadAverage) {}
