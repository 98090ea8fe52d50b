package io.kakou.analysis.record.keep;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How full it is.
 *
 * @param usedBytes of all footage
 * @param quotaBytes what it may take, or null
 * @param bytesADay at the rate of the last hours
 * @param daysLeft until the quota makes the oldest go; 0 where it does already; null where nothing is recorded
 * @param daysKept how many days the quota holds at that rate, or null
 * @param oldest when the oldest that is kept began, or null
 * @param heldBack bytes that are to go and that a floor or a hold keeps
 */
public record Keeping(
        long usedBytes,
        @Nullable Long quotaBytes,
        double bytesADay,
        @Nullable Double daysLeft,
        @Nullable Double daysKept,
        @Nullable Instant oldest,
        long heldBack) {
    /** Before anything was measured. */
    public static final Keeping UNKNOWN = new Keeping(0, null, 0, null, null, null, 0);
}
