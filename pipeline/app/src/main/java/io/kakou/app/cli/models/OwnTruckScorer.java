package io.kakou.app.cli.models;

import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.app.detector.Detectors;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.models.Detection;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import io.kakou.models.mucktruck.MuckTruckDetector;
import java.util.List;

/** Muck trucks as a detector that somebody brought tells them; the tracker's threshold counts. */
final class OwnTruckScorer implements EventScorer {
    private final Detector detector;
    private final double least;

    OwnTruckScorer(Detectors detectors, JudgeSettings settings) {
        this.detector = detectors.of(CameraKind.GATE);
        this.least = settings.tracker().beginScore();
    }

    @Override
    public EventKind event() {
        return EventKind.MUCK_TRUCK;
    }

    @Override
    public StillAnswer judge(String camera, Picture picture) {
        List<Detection> trucks = detector.detect(picture).stream()
                .filter(one -> one.label().equals(MuckTruckDetector.LABEL))
                .toList();
        double best = trucks.stream().mapToDouble(Detection::score).max().orElse(0);
        return new StillAnswer(
                StillAnswer.bent(best, least),
                trucks.stream().map(StillAnswer::box).toList());
    }
}
