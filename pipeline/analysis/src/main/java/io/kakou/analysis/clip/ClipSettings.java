package io.kakou.analysis.clip;

/**
 * How much of what a camera shows is kept around an alert.
 *
 * @param prerollSeconds a clip begins so long before the event's onset, or earlier at a keyframe; longer: more of what
 *     led to it, more memory a camera
 * @param postrollSeconds a clip goes on for at least so long after the alert
 * @param longestSeconds a clip ends so long after the alert even where the event goes on; longer: more disk
 * @param partSeconds a clip is stored in parts of about this length; shorter: less is lost by a kill, more objects
 * @param ringSeconds seconds kept in memory, and up to one GOP more; longer: slower rules find their evidence
 * @param ringBytes most memory a camera's ring takes, in bytes; where it does not hold {@code ringSeconds}, clips begin
 *     later
 * @param backlogBytes most that waits for a slow store, of all cameras together; past it clips get gaps
 * @param patienceSeconds a store that is away is waited for so long before what waits becomes a gap
 * @param publishWithinSeconds an alert goes out after so long even where its pictures could not be stored
 */
public record ClipSettings(
        double prerollSeconds,
        double postrollSeconds,
        double longestSeconds,
        double partSeconds,
        double ringSeconds,
        long ringBytes,
        long backlogBytes,
        double patienceSeconds,
        double publishWithinSeconds) {
    public static final ClipSettings DEFAULT = new ClipSettings(10, 10, 60, 5, 20, 16L << 20, 64L << 20, 60, 5);

    public ClipSettings {
        check("prerollSeconds", prerollSeconds, 0, ringSeconds);
        check("postrollSeconds", postrollSeconds, 0, longestSeconds);
        check("longestSeconds", longestSeconds, 0, 3600);
        check("partSeconds", partSeconds, 0.5, 60);
        check("ringSeconds", ringSeconds, 1, 600);
        check("ringBytes", (double) ringBytes, 1 << 20, 1L << 30);
        check("backlogBytes", (double) backlogBytes, 0, 1L << 32);
        check("patienceSeconds", patienceSeconds, 0, 3600);
        check("publishWithinSeconds", publishWithinSeconds, 0, 60);
    }

    private static void check(String key, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("clip." + key + " is " + value + "; allowed: " + least + " to " + most);
        }
    }
}
