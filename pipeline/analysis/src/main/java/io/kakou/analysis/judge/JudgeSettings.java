package io.kakou.analysis.judge;

import io.kakou.analysis.rule.EbikeInLiftSettings;
import io.kakou.analysis.rule.LostChildSettings;
import io.kakou.analysis.rule.MuckTruckSettings;
import io.kakou.analysis.track.TrackerSettings;
import java.util.Objects;

/**
 * Settings of everything a judge is made of.
 *
 * @param muckTruck the defaults where an older release kept none
 * @param lostChild the same
 */
public record JudgeSettings(
        TrackerSettings tracker,
        EbikeInLiftSettings ebikeInLift,
        MuckTruckSettings muckTruck,
        LostChildSettings lostChild) {
    public static final JudgeSettings DEFAULT = new JudgeSettings(
            TrackerSettings.DEFAULT, EbikeInLiftSettings.DEFAULT, MuckTruckSettings.DEFAULT, LostChildSettings.DEFAULT);

    public JudgeSettings {
        muckTruck = Objects.requireNonNullElse(muckTruck, MuckTruckSettings.DEFAULT);
        lostChild = Objects.requireNonNullElse(lostChild, LostChildSettings.DEFAULT);
    }
}
