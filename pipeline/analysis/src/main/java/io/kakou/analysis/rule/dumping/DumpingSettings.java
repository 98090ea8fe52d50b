package io.kakou.analysis.rule.dumping;

/**
 * When what lies in a no-dump zone is an event.
 *
 * @param looksNeeded looks without anybody in the zone that must show it in one place; more: fewer false alarms,
 *     later alert
 * @param staysSeconds it must lie there for so long after everybody had left; who passes meanwhile does not count
 * @param leastShare of the zone's area that it must take, 0 to 1; smaller: finds bags, and wet spots and shadows too
 * @param contrast in grey levels of 255 by which the ground must differ; less: finds grey rubble on grey road, and shadows
 * @param goneShare of a pile's area that must still differ, 0 to 1; below it the pile is gone
 * @param actorShare of a box that must lie in the zone for somebody to be in it, 0 to 1
 * @param tippingLooks looks in which a vehicle's top must have risen, one after another; more: fewer false alarms, later alert
 * @param tippingRise so much of its height the top must have risen, 0 to 1; a tipped body is some .4 to .8 of a truck's height
 * @param tippingStill so much of its size its sides and bottom may move meanwhile, 0 to 1
 */
public record DumpingSettings(
        int looksNeeded,
        double staysSeconds,
        double leastShare,
        int contrast,
        double goneShare,
        double actorShare,
        int tippingLooks,
        double tippingRise,
        double tippingStill) {
    public static final DumpingSettings DEFAULT = new DumpingSettings(5, 10, 0.01, 30, 0.3, 0.1, 3, 0.3, 0.1);

    public DumpingSettings {
        check("looksNeeded", looksNeeded, 100);
        check("staysSeconds", staysSeconds, 3600);
        check("leastShare", leastShare, 1);
        check("contrast", contrast, 255);
        check("goneShare", goneShare, 1);
        check("actorShare", actorShare, 1);
        check("tippingLooks", tippingLooks, 100);
        check("tippingRise", tippingRise, 1);
        check("tippingStill", tippingStill, 1);
    }

    private static void check(String key, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException("dumping." + key + " is " + value + "; allowed: 0 to " + most);
        }
    }
}
