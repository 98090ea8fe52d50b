package io.kakou.analysis.record.spool;

/**
 * How footage gets to the store.
 *
 * @param minuteSeconds an object ends at the first keyframe after so long; longer: fewer objects, more is read to show a
 *     moment
 * @param fragmentSeconds pieces that go to the disk; shorter: less is lost by a kill, more of them
 * @param objectBytes an object ends at the first keyframe after so many bytes, and at twice as many in any case; an
 *     uploading thread holds one in memory
 * @param backlogBytes most that waits in memory for the disk, of all cameras together; past it there are gaps
 * @param spoolBytes most that waits on the disk for the store; past it there are gaps
 * @param leastFreeBytes of the disk, that footage leaves to others
 * @param uploaders threads that bring objects to the store
 */
public record RecordSettings(
        double minuteSeconds,
        double fragmentSeconds,
        long objectBytes,
        long backlogBytes,
        long spoolBytes,
        long leastFreeBytes,
        int uploaders) {
    private static final long GIB = 1L << 30;

    /** A minute, a second, 16 MiB; 96 MiB of memory, 2.6 s of 300 cameras; 24 GiB of disk, ten minutes of 300 cameras; 2 GiB left free. */
    public static final RecordSettings DEFAULT = new RecordSettings(60, 1, 16 << 20, 96 << 20, 24 * GIB, 2 * GIB, 3);

    public RecordSettings {
        check("minuteSeconds", minuteSeconds, 1, 300);
        check("fragmentSeconds", fragmentSeconds, 0.1, 10);
        check("objectBytes", (double) objectBytes, 1 << 16, 1 << 28);
        check("backlogBytes", (double) backlogBytes, 1 << 16, 1L << 32);
        check("spoolBytes", (double) spoolBytes, 1 << 16, 1L << 44);
        check("leastFreeBytes", (double) leastFreeBytes, 0, 1L << 44);
        check("uploaders", uploaders, 1, 32);
    }

    /** The same with another bound of the spool. */
    public RecordSettings withSpool(long bytes) {
        return new RecordSettings(
                minuteSeconds, fragmentSeconds, objectBytes, backlogBytes, bytes, leastFreeBytes, uploaders);
    }

    private static void check(String key, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "recording." + key + " is " + value + "; allowed: " + least + " to " + most);
        }
    }
}
