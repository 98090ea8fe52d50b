package io.kakou.analysis.rule;

/**
 * When an e-bike in a cabin is an event.
 *
 * @param looksNeeded looks of the last {@code looksKept} that must have seen it; more: fewer false alarms, later alert
 * @param looksKept looks that are remembered
 * @param looksWithinSeconds looks older than this count no more; it keeps looks on both sides of an outage apart
 * @param insideShare share of the box that must lie in the cabin zone, 0 to 1; lower: also what stands in the door
 * @param leastScore score of a two-wheeler's box, as the stock detector sees it, 0 to 1
 * @param goneSeconds unseen for so long it has left; longer: one alert a stay even where the detector blinks, later
 *     release
 * @param leastEbikeScore score of an e-bike's box, 0 to 1; the default is what validation chose, as the model's card says.
 *     Lower: finds more, fires on people
 */
public record EbikeInLiftSettings(
        int looksNeeded,
        int looksKept,
        double looksWithinSeconds,
        double insideShare,
        double leastScore,
        double goneSeconds,
        double leastEbikeScore) {
    public static final EbikeInLiftSettings DEFAULT = new EbikeInLiftSettings(3, 4, 20, 0.5, 0.2, 5, 0.5);

    public EbikeInLiftSettings {
        if (looksNeeded < 1 || looksNeeded > looksKept || looksKept > 100) {
            throw new IllegalArgumentException("ebikeInLift.looksNeeded, looksKept are " + looksNeeded + ", "
                    + looksKept + "; allowed: 1 ≤ looksNeeded ≤ looksKept ≤ 100");
        }
        check("insideShare", insideShare, 1);
        check("leastScore", leastScore, 1);
        check("leastEbikeScore", leastEbikeScore, 1);
        check("looksWithinSeconds", looksWithinSeconds, 3600);
        check("goneSeconds", goneSeconds, 3600);
    }

    private static void check(String key, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException("ebikeInLift." + key + " is " + value + "; allowed: 0 to " + most);
        }
    }
}
