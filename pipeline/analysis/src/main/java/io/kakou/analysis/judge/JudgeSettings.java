package io.kakou.analysis.judge;

import io.kakou.analysis.rule.EbikeInLiftSettings;
import io.kakou.analysis.track.TrackerSettings;

/** Settings of everything a judge is made of. */
public record JudgeSettings(TrackerSettings tracker, EbikeInLiftSettings ebikeInLift) {
    public static final JudgeSettings DEFAULT = new JudgeSettings(TrackerSettings.DEFAULT, EbikeInLiftSettings.DEFAULT);
}
