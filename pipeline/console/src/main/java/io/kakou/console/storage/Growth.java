package io.kakou.console.storage;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/** How fast the store grows: from the oldest sample of the last days to the newest. */
final class Growth {
    /** A shorter time says nothing of a day. */
    static final double SHORTEST_SECONDS = 3_600;

    private static final double SECONDS_A_DAY = 86_400;

    private Growth() {}

    /**
     * Bytes a day, never below 0.
     *
     * @param samples the oldest first
     * @return empty where they span less than {@link #SHORTEST_SECONDS}
     */
    static OptionalDouble bytesADay(List<Sample> samples) {
        if (samples.size() < 2) {
            return OptionalDouble.empty();
        }
        Sample oldest = samples.get(0);
        Sample newest = samples.get(samples.size() - 1);
        double seconds = Duration.between(oldest.at(), newest.at()).toMillis() / 1000.0;
        if (seconds < SHORTEST_SECONDS) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.max(0, newest.used() - oldest.used()) / seconds * SECONDS_A_DAY);
    }

    /** Empty where nothing grows. */
    static OptionalDouble daysLeft(long freeBytes, OptionalDouble bytesADay) {
        boolean grows = bytesADay.isPresent() && bytesADay.getAsDouble() > 0;
        return grows ? OptionalDouble.of(freeBytes / bytesADay.getAsDouble()) : OptionalDouble.empty();
    }
}
