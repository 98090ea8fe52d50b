package io.kakou.analysis.rule;

import io.kakou.analysis.face.FaceSettings;
import io.kakou.analysis.stature.StatureSettings;
import io.kakou.analysis.walk.WalkSettings;
import java.util.Objects;

/**
 * When a child alone is an event.
 *
 * @param aloneSeconds a child without an adult for so long; longer: fewer children who only ran ahead, later alert
 * @param aloneAmongChildrenSeconds the same in the zone {@link LostChild#CHILDREN}, where children are without adults
 * @param leastLooks looks of that time that must have seen it as a child; more: fewer false alarms where the detector blinks
 * @param goneSeconds unseen for so long it has left; longer: one alert a child even where it is hidden for a while
 * @param stature when a person is a child
 * @param walk when people are together
 * @param faces whose face is looked at
 */
public record LostChildSettings(
        double aloneSeconds,
        double aloneAmongChildrenSeconds,
        int leastLooks,
        double goneSeconds,
        StatureSettings stature,
        WalkSettings walk,
        FaceSettings faces) {
    public static final LostChildSettings DEFAULT =
            new LostChildSettings(10, 60, 5, 10, StatureSettings.DEFAULT, WalkSettings.DEFAULT, FaceSettings.DEFAULT);

    public LostChildSettings {
        faces = Objects.requireNonNullElse(faces, FaceSettings.DEFAULT);
        if (leastLooks < 1 || leastLooks > 100) {
            throw new IllegalArgumentException("lostChild.leastLooks is " + leastLooks + "; allowed: 1 to 100");
        }
        check("aloneSeconds", aloneSeconds);
        check("aloneAmongChildrenSeconds", aloneAmongChildrenSeconds);
        check("goneSeconds", goneSeconds);
    }

    private static void check(String key, double value) {
        if (!(value >= 0 && value <= 3600)) {
            throw new IllegalArgumentException("lostChild." + key + " is " + value + "; allowed: 0 to 3600");
        }
    }
}
