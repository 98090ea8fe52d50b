package io.kakou.analysis.look;

/**
 * What all cameras of a process share.
 *
 * @param cores that looking may take, in cores; more: more cameras are followed, less is left for the rest of the machine
 * @param threads that look, at least as many as {@code cores}
 * @param promisedSeconds the longest that a camera goes without being judged by the gate, while the cores allow it
 * @param longestSeconds the most that this is stretched to where they do not
 * @param sampleSeconds the most that the interval between detections on a road is stretched to: slower, and the rule's looks lie too far
 *     apart; then a road is not watched
 */
public record StreetSettings(
        double cores, int threads, double promisedSeconds, double longestSeconds, double sampleSeconds) {
    /** Of a machine's cores, so much is for looking; ingest, recording and the rooms have the rest. */
    private static final double SHARE = 0.6;

    public StreetSettings {
        check("cores", cores, 0.05, 1024);
        check("threads", threads, 1, 1024);
        check("promisedSeconds", promisedSeconds, 1, 3600);
        check("longestSeconds", longestSeconds, promisedSeconds, 3600);
        check("sampleSeconds", sampleSeconds, 1, 3600);
    }

    /** So many cores. */
    public static StreetSettings of(double cores) {
        int threads = Math.max(2, (int) Math.ceil(cores));
        return new StreetSettings(cores, threads, 10, 60, 120);
    }

    /** For a machine that looks and does all the rest. */
    public static StreetSettings ofMachine(int processors) {
        return of(SHARE * processors);
    }

    private static void check(String key, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("look." + key + " is " + value + "; allowed: " + least + " to " + most);
        }
    }
}
