package io.kakou.analysis.judge;

import io.kakou.analysis.rule.EbikeInLiftSettings;
import io.kakou.analysis.rule.MuckTruckSettings;
import io.kakou.analysis.track.TrackerSettings;
import java.util.Objects;

/**
 * Settings of everything a judge is made of.
 *
 * @param muckTruck the defaults where an older release kept none
 */
public record JudgeSettings(TrackerSettings tracker, EbikeInLiftSettings ebikeInLift, MuckTruckSettings muckTruck) {
    public static final JudgeSettings DEFAULT =
            new JudgeSettings(TrackerSettings.DEFAULT, EbikeInLiftSettings.DEFAULT, MuckTruckSettings.DEFAULT);

    public JudgeSettings {
        muckTruck = Objects.requireNonNullElse(muckTruck, MuckTruckSettings.DEFAULT);
    }
}
