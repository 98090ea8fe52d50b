package io.kakou.app.cli.models;

import io.kakou.events.LabelledBox;
import io.kakou.models.Detection;
import java.util.List;

/**
 * What a picture alone came to.
 *
 * @param score of the event, 0 to 1; from {@link #FIRES} the rule would raise it
 * @param boxes what was seen, for people
 */
record StillAnswer(double score, List<LabelledBox> boxes) {
    /** From here a picture fires: each event's scorer bends its rule's own threshold to it. */
    static final double FIRES = 0.5;

    StillAnswer {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score " + score + "; allowed: 0 to 1");
        }
        boxes = List.copyOf(boxes);
    }

    boolean fires() {
        return score >= FIRES;
    }

    /** A detection as people see it. */
    static LabelledBox box(Detection found) {
        var box = found.box();
        return new LabelledBox(found.label(), found.score(), box.left(), box.top(), box.right(), box.bottom());
    }

    /** A score from 0 to 1, bent so that the threshold given, above 0 and below 1, becomes {@link #FIRES}. */
    static double bent(double score, double threshold) {
        return score < threshold
                ? FIRES * score / threshold
                : FIRES + (1 - FIRES) * (score - threshold) / (1 - threshold);
    }
}
