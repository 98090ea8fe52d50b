package io.kakou.analysis.rule;

/**
 * When a vehicle at a gate is told as a muck truck.
 *
 * @param looksNeeded looks at one vehicle that must have called it one; more: fewer false alarms, and fast ones get by
 * @param share of the looks at it that must have, 0 to 1, each by how large it saw it
 * @param insideShare share of the box that must lie in the gate's zone, 0 to 1
 * @param goneSeconds unseen for so long it has left
 * @param passesKept vehicles that are remembered at once, the newest
 */
public record MuckTruckSettings(int looksNeeded, double share, double insideShare, double goneSeconds, int passesKept) {
    public static final MuckTruckSettings DEFAULT = new MuckTruckSettings(3, 0.6, 0.3, 5, 50);

    public MuckTruckSettings {
        check("looksNeeded", looksNeeded, 1, 100);
        check("share", share, 0, 1);
        check("insideShare", insideShare, 0, 1);
        check("goneSeconds", goneSeconds, 0, 3600);
        check("passesKept", passesKept, 1, 1000);
    }

    private static void check(String key, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "muckTruck." + key + " is " + value + "; allowed: " + least + " to " + most);
        }
    }
}
