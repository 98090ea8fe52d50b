package io.kakou.analysis.rule.water;

/**
 * When water on a road is an event. Levels are those of {@link io.kakou.models.WaterMap}.
 *
 * @param leastLevel mean level of the picture's lower part from which the road is under water, 1 to 255; the default is what validation
 *     chose, as the model's card says. Lower: finds thinner films, fires on wet roads
 * @param calmLevel mean level below which water that stood has gone, 1 to {@code leastLevel}
 * @param forgiven so much of what this camera's dry road shows above the map's usual dry level is taken off, 0 to 1, and what it shows
 *     below is added; more: shine that is always there is forgiven, water that came unseen is too
 * @param dryLooks looks that the road's dry memory must have learned from before it counts
 * @param leastShare of the road zone whose own level is under water, 0 to 1, before it is an event; lower: more puddles
 * @param looksNeeded looks of the last {@code looksKept} that must have seen so much; more: fewer false alarms, later
 *     alert
 * @param looksKept looks that are remembered
 * @param looksWithinSeconds looks older than this count no more; it keeps looks on both sides of an outage apart
 * @param spacingSeconds looks closer to the last one than this are passed over: splashes and headlights must have moved on
 * @param goneSeconds calm for so long, the water has gone
 * @param mostHaze from which fog or a blinded lens makes a look unknown, 0 to 1
 * @param mostFrom share from which most of the road is under water, for the alert's words; likewise {@code wholeFrom}
 */
public record WaterloggingSettings(
        int leastLevel,
        int calmLevel,
        double forgiven,
        int dryLooks,
        double leastShare,
        int looksNeeded,
        int looksKept,
        double looksWithinSeconds,
        double spacingSeconds,
        double goneSeconds,
        double mostHaze,
        double mostFrom,
        double wholeFrom) {
    public static final WaterloggingSettings DEFAULT =
            new WaterloggingSettings(128, 124, 0.25, 6, 0.1, 3, 4, 180, 9, 120, 0.5, 0.5, 0.8);

    public WaterloggingSettings {
        if (looksNeeded < 1 || looksNeeded > looksKept || looksKept > 100) {
            throw new IllegalArgumentException("waterlogging.looksNeeded, looksKept are " + looksNeeded + ", "
                    + looksKept + "; allowed: 1 ≤ looksNeeded ≤ looksKept ≤ 100");
        }
        check("leastLevel", leastLevel, 1, 255);
        check("calmLevel", calmLevel, 1, leastLevel);
        check("forgiven", forgiven, 0, 1);
        check("dryLooks", dryLooks, 1, DryRoad.SLOWEST - 1);
        check("leastShare", leastShare, 0, 1);
        check("looksWithinSeconds", looksWithinSeconds, 0, 3600);
        check("spacingSeconds", spacingSeconds, 0, 3600);
        check("goneSeconds", goneSeconds, 0, 3600);
        check("mostHaze", mostHaze, 0, 1);
        check("mostFrom", mostFrom, leastShare, 1);
        check("wholeFrom", wholeFrom, mostFrom, 1);
    }

    /** The same where the dry memory counts after another number of looks. */
    public WaterloggingSettings trustingDryLooks(int looks) {
        return new WaterloggingSettings(
                leastLevel,
                calmLevel,
                forgiven,
                looks,
                leastShare,
                looksNeeded,
                looksKept,
                looksWithinSeconds,
                spacingSeconds,
                goneSeconds,
                mostHaze,
                mostFrom,
                wholeFrom);
    }

    private static void check(String key, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "waterlogging." + key + " is " + value + "; allowed: " + least + " to " + most);
        }
    }
}
