package io.kakou.analysis.alertlog;

/**
 * How the spool is kept.
 *
 * @param segmentBytes a file of the spool is ended past this, 1 MiB; smaller gives room back sooner, in more files
 * @param firstRetrySeconds after the first failure in a row, 0.2
 * @param mostRetrySeconds the wait doubles up to this, 5: what an alert is late at worst once the broker is back
 */
public record SpoolSettings(int segmentBytes, double firstRetrySeconds, double mostRetrySeconds) {
    public static final SpoolSettings DEFAULT = new SpoolSettings(1 << 20, 0.2, 5);

    public SpoolSettings {
        allowed("segmentBytes", segmentBytes, 1, 1 << 30);
        allowed("firstRetrySeconds", firstRetrySeconds, 0.001, 60);
        allowed("mostRetrySeconds", mostRetrySeconds, firstRetrySeconds, 600);
    }

    double retrySeconds(int failures) {
        return Math.min(mostRetrySeconds, firstRetrySeconds * Math.pow(2, Math.min(failures - 1, 30)));
    }

    private static void allowed(String key, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("spool." + key + " is " + value + "; allowed: " + least + " to " + most);
        }
    }
}
