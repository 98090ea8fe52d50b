package io.kakou.analysis.judge;

import io.kakou.analysis.plate.PlateWatchSettings;
import io.kakou.analysis.rule.EbikeInLiftSettings;
import io.kakou.analysis.rule.LostChildSettings;
import io.kakou.analysis.rule.MuckTruckSettings;
import io.kakou.analysis.rule.dumping.DumpingSettings;
import io.kakou.analysis.rule.water.WaterloggingSettings;
import io.kakou.analysis.track.TrackerSettings;
import java.util.Objects;

/** Settings of everything a judge is made of; the defaults where an older release kept none. */
public record JudgeSettings(
        TrackerSettings tracker,
        EbikeInLiftSettings ebikeInLift,
        MuckTruckSettings muckTruck,
        LostChildSettings lostChild,
        DumpingSettings dumping,
        WaterloggingSettings waterlogging,
        PlateWatchSettings plates) {
    public static final JudgeSettings DEFAULT = new JudgeSettings(
            TrackerSettings.DEFAULT,
            EbikeInLiftSettings.DEFAULT,
            MuckTruckSettings.DEFAULT,
            LostChildSettings.DEFAULT,
            DumpingSettings.DEFAULT,
            WaterloggingSettings.DEFAULT,
            PlateWatchSettings.DEFAULT);

    public JudgeSettings {
        muckTruck = Objects.requireNonNullElse(muckTruck, MuckTruckSettings.DEFAULT);
        lostChild = Objects.requireNonNullElse(lostChild, LostChildSettings.DEFAULT);
        dumping = Objects.requireNonNullElse(dumping, DumpingSettings.DEFAULT);
        waterlogging = Objects.requireNonNullElse(waterlogging, WaterloggingSettings.DEFAULT);
        plates = Objects.requireNonNullElse(plates, PlateWatchSettings.DEFAULT);
    }
}
