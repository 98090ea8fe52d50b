package io.kakou.app.cli.models;

import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.track.Subject;
import io.kakou.app.detector.Detectors;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.models.Detection;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import java.util.List;

/** E-bikes in lift cabins: the rule's first look, where both the tracker's and the rule's thresholds count. */
final class EbikeScorer implements EventScorer {
    private final Detector detector;
    private final double leastEbike;
    private final double leastTwoWheeler;

    EbikeScorer(Detectors detectors, JudgeSettings settings) {
        this.detector = detectors.of(CameraKind.LIFT);
        double begins = settings.tracker().beginScore();
        this.leastEbike = Math.max(begins, settings.ebikeInLift().leastEbikeScore());
        this.leastTwoWheeler = Math.max(begins, settings.ebikeInLift().leastScore());
    }

    @Override
    public EventKind event() {
        return EventKind.EBIKE_IN_LIFT;
    }

    @Override
    public StillAnswer judge(String camera, Picture picture) {
        List<Detection> found = detector.detect(picture).stream()
                .filter(one -> threshold(one) < 1)
                .toList();
        double score = found.stream().mapToDouble(this::score).max().orElse(0);
        return new StillAnswer(score, found.stream().map(StillAnswer::box).toList());
    }

    /** The detection's score, bent so that what the rule asks for becomes ½. */
    private double score(Detection found) {
        return StillAnswer.bent(found.score(), threshold(found));
    }

    /** 1 for what is nothing to the event. */
    private double threshold(Detection found) {
        return switch (Subject.of(found.label())) {
            case EBIKE -> leastEbike;
            case TWO_WHEELER -> leastTwoWheeler;
            case PERSON, VEHICLE, OTHER -> 1;
        };
    }
}
