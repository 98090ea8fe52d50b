package io.kakou.analysis.lift;

/**
 * How doors are held.
 *
 * @param reasonSeconds a look that saw an e-bike is a reason for so long, 6: looks at a lift come every 2 to 3 s. Longer holds
 *     through a camera that is late, and longer after one that has died
 * @param sendSeconds a command that has not reached its controller by then never does, 1
 * @param longestSeconds a door is held for one e-bike no longer than this, 120: then people have been told long ago
 * @param sayEverySeconds from one warning to the next, 10
 * @param failedSeconds a controller that has not done what it was asked for so long, twice in a row, fails, 3
 * @param retrySeconds after a command that failed, 0.5
 * @param forcedSeconds a door that is closed for so long while it is held was forced, 3
 * @param probeSeconds a controller whose door nobody needs is read so often, 30; it keeps the way to it open
 * @param staysSeconds an e-bike that is seen for longer stays, 30
 */
public record LiftSettings(
        double reasonSeconds,
        double sendSeconds,
        double longestSeconds,
        double sayEverySeconds,
        double failedSeconds,
        double retrySeconds,
        double forcedSeconds,
        double probeSeconds,
        double staysSeconds) {
    public static final LiftSettings DEFAULT = new LiftSettings(6, 1, 120, 10, 3, 0.5, 3, 30, 30);

    public LiftSettings {
        allowed("reasonSeconds", reasonSeconds, 1, 30);
        allowed("sendSeconds", sendSeconds, 0.1, 2);
        allowed("longestSeconds", longestSeconds, 10, 600);
        allowed("sayEverySeconds", sayEverySeconds, 1, 600);
        allowed("failedSeconds", failedSeconds, 0.5, 60);
        allowed("retrySeconds", retrySeconds, 0.1, 10);
        allowed("forcedSeconds", forcedSeconds, 0.5, 60);
        allowed("probeSeconds", probeSeconds, 5, 600);
        allowed("staysSeconds", staysSeconds, 5, 600);
    }

    private static void allowed(String key, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("lift." + key + " is " + value + "; allowed: " + least + " to " + most);
        }
    }
}
