package io.kakou.analysis.look;

/**
 * What became of a plan.
 *
 * @param cores that looking took
 * @param openCores that it could have had: a thread that looks and is not let onto a core does not have it
 * @param lateSeconds for which what is due first has waited beyond its time
 */
public record Spent(double cores, double openCores, double lateSeconds) {
    /** Before anything was looked at. */
    public static final Spent NOTHING = new Spent(0, Double.POSITIVE_INFINITY, 0);
}
