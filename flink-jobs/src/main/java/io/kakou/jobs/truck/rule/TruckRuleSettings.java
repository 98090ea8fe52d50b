package io.kakou.jobs.truck.rule;

import java.io.Serializable;

/**
 * How sure a violation must be, and what no truck does.
 *
 * @param leastWeight a plate is told from so much of the belief on, 0.5 to 1; default 0.7, as where it is read
 * @param leastUnlisted likewise of a plate without papers that one camera alone has seen; default 0.9: most readings that no
 *     permit explains are misreadings
 * @param listedRatio a plate with papers must be so many times likelier than any other with papers, 1 to 1e9; default 1,000
 * @param unlistedRatio likewise one without papers than any with; default 1,000,000. It holds the odds before any reading: of two
 *     plates one sign apart the one with papers is some 50,000 times likelier to be on the road, and is given twenty times the
 *     benefit of the doubt beside
 * @param togetherSeconds sightings of a plate speak for each other within that time; default 21,600, a shift
 * @param fastestKmh in a straight line from camera to camera, 30 to 300; default 110: more than one may drive in a city, and a
 *     street is never straight
 * @param clockSeconds by which two cameras' times may differ; default 60
 * @param leastMetres nearer cameras prove nothing; default 1,000
 * @param cloneStrength the chance that either side of an impossible drive was misread is at most e to the minus this; default 11.5,
 *     one in 100,000
 * @param originSeconds a load is from the last site at whose gate the truck was seen within that time; default 21,600
 */
public record TruckRuleSettings(
        double leastWeight,
        double leastUnlisted,
        double listedRatio,
        double unlistedRatio,
        double togetherSeconds,
        double fastestKmh,
        double clockSeconds,
        double leastMetres,
        double cloneStrength,
        double originSeconds)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public static final TruckRuleSettings DEFAULT =
            new TruckRuleSettings(0.7, 0.9, 1_000, 1_000_000, 21_600, 110, 60, 1_000, 11.5, 21_600);

    public TruckRuleSettings {
        check("leastWeight", leastWeight, 0.5, 1);
        check("leastUnlisted", leastUnlisted, 0.5, 1);
        check("listedRatio", listedRatio, 1, 1e9);
        check("unlistedRatio", unlistedRatio, 1, 1e9);
        check("togetherSeconds", togetherSeconds, 1, 86_400);
        check("fastestKmh", fastestKmh, 30, 300);
        check("clockSeconds", clockSeconds, 0, 3_600);
        check("leastMetres", leastMetres, 100, 100_000);
        check("cloneStrength", cloneStrength, 1, 50);
        check("originSeconds", originSeconds, 1, 86_400);
    }

    private static void check(String key, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(key + " is " + value + "; allowed: " + low + " to " + high);
        }
    }
}
