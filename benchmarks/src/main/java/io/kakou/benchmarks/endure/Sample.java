package io.kakou.benchmarks.endure;

/**
 * What all of it took at one moment.
 *
 * @param minutes since the measured time began
 * @param analysisMiB resident, of the process that looks
 * @param nativeMiB of these, what is no Java heap: the process's RSS less that of the heap's addresses in smaps
 * @param allMiB resident, of all processes but the simulator, shared pages counted in each
 * @param threads of the process that looks
 * @param descriptors that it has open
 * @param unseenHealthy cameras without a fault that were not looked at for more than a minute
 * @param unseenFaulty others
 * @param spooledMiB what waits on the disk for the store
 */
record Sample(
        double minutes,
        double analysisMiB,
        double nativeMiB,
        double allMiB,
        int threads,
        int descriptors,
        int unseenHealthy,
        int unseenFaulty,
        double spooledMiB) {}
