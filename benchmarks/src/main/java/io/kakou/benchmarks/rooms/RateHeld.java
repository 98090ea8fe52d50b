package io.kakou.benchmarks.rooms;

/**
 * One rate that was tried.
 *
 * @param alertsPerSecond that were sent
 * @param seconds for so long
 * @param lagEarly alerts that were sent and in no incident yet, after a third of the time
 * @param lagLate likewise at the end
 * @param delays from sending to reading
 * @param generatorCores that generating and reading took, of this process
 * @param held whether the lag did not grow by more than half a second's alerts, and is under two seconds'
 */
public record RateHeld(
        double alertsPerSecond,
        double seconds,
        long lagEarly,
        long lagLate,
        Delays delays,
        double generatorCores,
        boolean held) {}
