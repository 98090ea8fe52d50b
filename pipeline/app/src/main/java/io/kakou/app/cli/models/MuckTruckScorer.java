package io.kakou.app.cli.models;

import io.kakou.app.detector.Detectors;
import io.kakou.events.EventKind;
import io.kakou.events.LabelledBox;
import io.kakou.models.Picture;
import io.kakou.models.mucktruck.MuckTruckDetector;
import java.util.List;

/** Muck trucks among vehicles: a picture is as much one as its likeliest vehicle. */
final class MuckTruckScorer implements EventScorer {
    private final MuckTruckDetector detector;

    MuckTruckScorer(Detectors detectors) {
        this.detector = detectors.gate();
    }

    @Override
    public EventKind event() {
        return EventKind.MUCK_TRUCK;
    }

    @Override
    public StillAnswer judge(String camera, Picture picture) {
        List<LabelledBox> boxes =
                detector.judge(picture).stream().map(this::box).toList();
        double score = boxes.stream().mapToDouble(LabelledBox::score).max().orElse(0);
        return new StillAnswer(score, boxes);
    }

    private LabelledBox box(MuckTruckDetector.Judged judged) {
        double score =
                StillAnswer.bent(judged.evidence().score(), detector.card().threshold());
        String label = score >= StillAnswer.FIRES
                ? MuckTruckDetector.LABEL
                : judged.vehicle().label();
        var box = judged.vehicle().box();
        return new LabelledBox(label, score, box.left(), box.top(), box.right(), box.bottom());
    }
}
