package io.kakou.jobs.truck;

import io.kakou.jobs.truck.rule.TruckRuleSettings;
import java.io.Serializable;

/**
 * What the trucks' job takes, and how long it knows it.
 *
 * @param keepSeconds what is known of a plate, on the log's own time line; default 86,400, as long as sightings are kept. Older ones
 *     are refused
 * @param caseSeconds violations by the papers stay known so long, for a paper that comes late may yet withdraw them; default
 *     2,678,400, 31 days
 * @param futureSeconds by so much a camera's or a terminal's time may be ahead of the log's; default 300
 * @param mostBytes larger records are refused unread; default 65,536: a sighting has some hundreds
 */
public record TruckSettings(
        TruckRuleSettings rule, double keepSeconds, double caseSeconds, double futureSeconds, int mostBytes)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public static final TruckSettings DEFAULT =
            new TruckSettings(TruckRuleSettings.DEFAULT, 86_400, 2_678_400, 300, 65_536);

    public TruckSettings {
        check("keepSeconds", keepSeconds, 3_600, 604_800);
        check("caseSeconds", caseSeconds, keepSeconds, 34_560_000);
        check("futureSeconds", futureSeconds, 1, 3_600);
        check("mostBytes", mostBytes, 1_024, 1 << 20);
    }

    long keepMillis() {
        return Math.round(keepSeconds * 1000);
    }

    long caseMillis() {
        return Math.round(caseSeconds * 1000);
    }

    long futureMillis() {
        return Math.round(futureSeconds * 1000);
    }

    private static void check(String key, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(key + " is " + value + "; allowed: " + low + " to " + high);
        }
    }
}
