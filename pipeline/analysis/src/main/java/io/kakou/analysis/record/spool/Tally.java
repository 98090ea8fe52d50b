package io.kakou.analysis.record.spool;

import io.kakou.analysis.record.index.Gap;
import io.kakou.analysis.record.index.Minute;

/** What was recorded and what was lost since the start. Safe for many threads. */
public final class Tally {
    private long minutes;
    private long bytes;
    private double lostSeconds;
    private long lostBytes;
    private double awaySeconds;

    /**
     * At one moment.
     *
     * @param minutes stored
     * @param bytes stored
     * @param lostSeconds that cameras showed and that were lost here, of all cameras together
     * @param lostBytes likewise, as far as known
     * @param awaySeconds in which cameras showed nothing
     */
    public record Counts(long minutes, long bytes, double lostSeconds, long lostBytes, double awaySeconds) {}

    synchronized void stored(Minute minute) {
        minutes++;
        bytes += minute.bytes();
        awaySeconds += minute.missing();
    }

    synchronized void gap(Gap gap) {
        if (gap.why().isOurs()) {
            lostSeconds += gap.seconds();
            lostBytes += gap.bytes();
        } else {
            awaySeconds += gap.seconds();
        }
    }

    public synchronized Counts counts() {
        return new Counts(minutes, bytes, lostSeconds, lostBytes, awaySeconds);
    }
}
