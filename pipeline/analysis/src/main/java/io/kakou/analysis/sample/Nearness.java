package io.kakou.analysis.sample;

import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.events.Camera;
import io.kakou.events.EventKind;
import io.kakou.models.Detection;
import java.util.ArrayList;
import java.util.List;

/** Whether a score of a look stands near to one at which tracker or rules decide. */
final class Nearness {
    private static final double WITHIN = 0.05;

    private final List<Threshold> thresholds = new ArrayList<>();

    /** Of one label, or of every where it is empty. */
    private record Threshold(String label, double score) {
        boolean isNear(Detection detection) {
            return (label.isEmpty() || label.equals(detection.label()))
                    && Math.abs(detection.score() - score) <= WITHIN;
        }
    }

    Nearness(Camera camera, JudgeSettings settings) {
        thresholds.add(new Threshold("", settings.tracker().beginScore()));
        thresholds.add(new Threshold("", settings.tracker().sureScore()));
        if (camera.watched().contains(EventKind.EBIKE_IN_LIFT)) {
            thresholds.add(new Threshold("e-bike", settings.ebikeInLift().leastEbikeScore()));
        }
    }

    boolean of(List<Detection> detections) {
        return detections.stream().anyMatch(each -> thresholds.stream().anyMatch(line -> line.isNear(each)));
    }
}
