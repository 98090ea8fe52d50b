package io.kakou.analysis.journal;

/**
 * How the log of looks is kept.
 *
 * @param snapshotSeconds from one snapshot of a camera's memory to the next; shorter: less to judge before a span that
 *     somebody asks for, more bytes
 * @param mostWaiting looks that may wait for the disk, of all cameras; more: a slower disk is borne, more memory
 * @param flushSeconds for which a look may wait in memory; a kill loses so much
 * @param mostDiskBytes of pages that wait for the store; past it the oldest are let go and counted
 * @param days for which pages are kept in the store; as long as footage, for without it they are of little use
 */
public record JournalSettings(
        double snapshotSeconds, int mostWaiting, double flushSeconds, long mostDiskBytes, int days) {
    /** A snapshot every quarter of an hour, twenty seconds of a street in memory, 2 GiB on the disk, 30 days in the store. */
    public static final JournalSettings DEFAULT = new JournalSettings(900, 16_384, 30, 2L << 30, 30);

    public JournalSettings {
        check("snapshotSeconds", snapshotSeconds, 1, 3600);
        check("mostWaiting", mostWaiting, 1, 1 << 24);
        check("flushSeconds", flushSeconds, 0, 3600);
        check("mostDiskBytes", (double) mostDiskBytes, 1 << 20, 1e15);
        check("days", days, 1, 3650);
    }

    /** The same, with pages kept for as many days, at least one. */
    public JournalSettings withDays(int other) {
        return new JournalSettings(snapshotSeconds, mostWaiting, flushSeconds, mostDiskBytes, Math.max(1, other));
    }

    private static void check(String key, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("looks." + key + " is " + value + "; allowed: " + least + " to " + most);
        }
    }
}
