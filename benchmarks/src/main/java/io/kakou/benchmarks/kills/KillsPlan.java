package io.kakou.benchmarks.kills;

/**
 * What is done.
 *
 * @param kills of each target
 * @param alertsPerSecond all along
 * @param seed of the moments
 * @param longestSeconds between a recovery and the next kill; the shortest is half a second
 */
public record KillsPlan(int kills, double alertsPerSecond, long seed, double longestSeconds) {
    public KillsPlan {
        check("kills", kills, 1, 1000);
        check("rate", alertsPerSecond, 1, 1000);
        check("pause", longestSeconds, 1, 600);
    }

    private static void check(String key, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(key + " is " + value + "; allowed: " + low + " to " + high);
        }
    }
}
