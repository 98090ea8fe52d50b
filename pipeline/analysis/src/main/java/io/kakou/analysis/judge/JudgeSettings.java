package io.kakou.analysis.judge;

import io.kakou.analysis.plate.PlateWatchSettings;
import io.kakou.analysis.rule.DumpingSettings;
import io.kakou.analysis.rule.EbikeInLiftSettings;
import io.kakou.analysis.track.TrackerSettings;
import java.util.Objects;

/**
 * Settings of everything a judge is made of.
 *
 * @param plates the defaults where an older release kept none; likewise {@code dumping}
 */
public record JudgeSettings(
        TrackerSettings tracker, EbikeInLiftSettings ebikeInLift, PlateWatchSettings plates, DumpingSettings dumping) {
    public static final JudgeSettings DEFAULT = new JudgeSettings(
            TrackerSettings.DEFAULT, EbikeInLiftSettings.DEFAULT, PlateWatchSettings.DEFAULT, DumpingSettings.DEFAULT);

    public JudgeSettings {
        plates = Objects.requireNonNullElse(plates, PlateWatchSettings.DEFAULT);
        dumping = Objects.requireNonNullElse(dumping, DumpingSettings.DEFAULT);
    }
}
