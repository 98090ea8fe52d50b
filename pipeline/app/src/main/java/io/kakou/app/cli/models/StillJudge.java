package io.kakou.app.cli.models;

import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.track.Subject;
import io.kakou.events.EventKind;
import io.kakou.events.LabelledBox;
import io.kakou.models.Detection;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import java.util.List;

/**
 * Judges a picture alone, as if its camera had shown nothing else: what the rule would look for, at the rule's own threshold.
 */
final class StillJudge {
    /** From here a picture fires. */
    static final double FIRES = 0.5;

    private final Detector detector;
    private final double surely;
    private final double begins;

    StillJudge(Detector detector, JudgeSettings settings) {
        this.detector = detector;
        this.surely = settings.ebikeInLift().leastScore();
        this.begins = settings.tracker().beginScore();
    }

    /**
     * What a picture came to.
     *
     * @param score of the event, 0 to 1; from {@link #FIRES} the rule would raise it
     */
    record Answer(EventKind event, double score, List<LabelledBox> boxes) {
        boolean fires() {
            return score >= FIRES;
        }
    }

    Answer judge(Picture picture) {
        List<Detection> found = detector.detect(picture).stream()
                .filter(one -> threshold(one) < 1)
                .toList();
        double score = found.stream().mapToDouble(this::score).max().orElse(0);
        return new Answer(
                EventKind.EBIKE_IN_LIFT,
                score,
                found.stream().map(StillJudge::box).toList());
    }

    /** The detection's score, bent so that what the rule asks for becomes ½. */
    private double score(Detection found) {
        double threshold = threshold(found);
        return found.score() < threshold
                ? FIRES * found.score() / threshold
                : FIRES + (1 - FIRES) * (found.score() - threshold) / (1 - threshold);
    }

    /** 1 for what is nothing to the event. */
    private double threshold(Detection found) {
        return switch (Subject.of(found.label())) {
            case EBIKE -> surely;
            case TWO_WHEELER -> begins;
            case PERSON, VEHICLE, OTHER -> 1;
        };
    }

    private static LabelledBox box(Detection found) {
        var box = found.box();
        return new LabelledBox(found.label(), found.score(), box.left(), box.top(), box.right(), box.bottom());
    }
}
