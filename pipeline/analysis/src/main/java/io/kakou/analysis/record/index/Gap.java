package io.kakou.analysis.record.index;

import java.time.Duration;
import java.time.Instant;

/**
 * What is missing.
 *
 * @param from our time from which on nothing is kept
 * @param to until when
 * @param bytes how much it was, as far as known
 * @param why it is missing
 */
public record Gap(Instant from, Instant to, long bytes, Cause why) {
    /** How long, in seconds. */
    public double seconds() {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    /** The same and what followed it. */
    public Gap until(Instant later, long more) {
        return new Gap(from, later.isAfter(to) ? later : to, bytes + more, why);
    }
}
