package io.kakou.app.process;

/**
 * How a child is brought back.
 *
 * @param firstRetrySeconds after it died, 0.5
 * @param mostRetrySeconds the wait doubles up to this, 10
 * @param wellSeconds 30: a child that ran this long begins the count anew
 * @param stopSeconds 25: what it may take to end in order before it is killed
 */
public record ChildSettings(double firstRetrySeconds, double mostRetrySeconds, double wellSeconds, double stopSeconds) {
    public static final ChildSettings DEFAULT = new ChildSettings(0.5, 10, 30, 25);

    public ChildSettings {
        allowed("firstRetrySeconds", firstRetrySeconds);
        allowed("mostRetrySeconds", mostRetrySeconds);
        allowed("wellSeconds", wellSeconds);
        allowed("stopSeconds", stopSeconds);
    }

    /** @param deaths in a row, 1 and more */
    double retrySeconds(int deaths) {
        return Math.min(mostRetrySeconds, firstRetrySeconds * Math.pow(2, Math.min(deaths - 1, 20)));
    }

    private static void allowed(String key, double value) {
        if (!(value > 0 && value <= 600)) {
            throw new IllegalArgumentException("child." + key + " is " + value + "; allowed: more than 0, at most 600");
        }
    }
}
