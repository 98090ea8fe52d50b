package io.kakou.app.cli.models;

import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.rule.water.Waterlogging;
import io.kakou.analysis.rule.water.WaterloggingMemory;
import io.kakou.analysis.rule.water.WaterloggingSettings;
import io.kakou.analysis.rule.water.Wetness;
import io.kakou.app.detector.Detectors;
import io.kakou.events.EventKind;
import io.kakou.events.LabelledBox;
import io.kakou.models.Picture;
import io.kakou.models.WaterMap;
import io.kakou.models.water.WaterDetector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Water on roads: the rule's one look, with the dry memory of the picture's camera where reference pictures made one. What
 * the rule calls unknown for haze does not fire.
 */
final class WaterScorer implements EventScorer {
    private static final String HAZE = "haze";

    private final WaterDetector detector;
    private final WaterloggingSettings settings;
    private final Waterlogging rule;
    private final Map<String, WaterloggingMemory> memories = new HashMap<>();

    WaterScorer(Detectors detectors, JudgeSettings settings) {
        this.detector = detectors.road();
        // References are chosen by people: each is worth a long watch.
        this.settings = settings.waterlogging().trustingDryLooks(1);
        this.rule = new Waterlogging(this.settings);
    }

    @Override
    public EventKind event() {
        return EventKind.WATERLOGGING;
    }

    @Override
    public void remember(String camera, Picture reference) {
        memories.put(camera, rule.learned(memory(camera), detector.water(reference)));
    }

    @Override
    public StillAnswer judge(String camera, Picture picture) {
        WaterMap water = detector.water(picture);
        if (water.haze() >= settings.mostHaze()) {
            return new StillAnswer(0, List.of(new LabelledBox(HAZE, water.haze(), 0, 0, 1, 1)));
        }
        Wetness wetness = rule.wetness(memory(camera), List.of(), water);
        double limit = settings.leastLevel() / (double) WaterMap.MOST;
        double score = StillAnswer.bent(Math.max(0, Math.min(1, wetness.level() / WaterMap.MOST)), limit);
        var box = wetness.box();
        LabelledBox shown =
                new LabelledBox(Waterlogging.WATER, wetness.share(), box.left(), box.top(), box.right(), box.bottom());
        boolean isEnough = wetness.share() >= settings.leastShare();
        return new StillAnswer(
                isEnough ? score : Math.min(score, Math.nextDown(StillAnswer.FIRES)),
                wetness.share() > 0 ? List.of(shown) : List.of());
    }

    private WaterloggingMemory memory(String camera) {
        return memories.getOrDefault(camera, WaterloggingMemory.EMPTY);
    }
}
