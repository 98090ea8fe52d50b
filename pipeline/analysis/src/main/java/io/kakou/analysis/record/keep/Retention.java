package io.kakou.analysis.record.keep;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long footage stays.
 *
 * @param floorDays nothing younger is let go, whatever the quota says
 * @param ceilingDays nothing older stays, unless held
 * @param quotaBytes of all footage of this worker; past it the oldest goes; null where only the ceiling counts
 */
public record Retention(double floorDays, double ceilingDays, @Nullable Long quotaBytes) {
    static final double DAY_SECONDS = 86_400;

    public Retention {
        if (!(floorDays >= 0 && floorDays <= ceilingDays && ceilingDays <= 3660)) {
            throw new IllegalArgumentException("recording.floorDays is " + floorDays + " and recording.ceilingDays is "
                    + ceilingDays + "; allowed: 0 to 3660, the floor not above the ceiling");
        }
    }

    /** Whether all that ended then may go for the quota's sake. */
    boolean isAboveFloor(Instant ended, Instant now) {
        return !ended.plusSeconds(Math.round(floorDays * DAY_SECONDS)).isAfter(now);
    }

    /** Whether all that ended then must go. */
    boolean isPastCeiling(Instant ended, Instant now) {
        return !ended.plusSeconds(Math.round(ceilingDays * DAY_SECONDS)).isAfter(now);
    }
}
