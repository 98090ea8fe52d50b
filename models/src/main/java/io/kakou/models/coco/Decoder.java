package io.kakou.models.coco;

import io.kakou.models.Box;
import io.kakou.models.Detection;
import io.kakou.models.decoding.Candidates;
import io.kakou.models.decoding.Kept;
import java.nio.FloatBuffer;
import java.util.List;

/** The model's numbers to detections: threshold, then greedy suppression within each class. */
final class Decoder {
    private final Kept settings;

    Decoder(Kept settings) {
        this.settings = settings;
    }

    /**
     * Decodes one picture.
     *
     * @param scores anchors × 90; column j is COCO id j + 1; 0 to 1
     * @param boxes anchors × 4: top, left, bottom, right, relative to the picture and possibly beyond it
     */
    List<Detection> decode(FloatBuffer scores, FloatBuffer boxes) {
        Candidates candidates = new Candidates();
        float least = (float) settings.minScore();
        for (int i = 0; i < scores.limit(); i++) {
            if (scores.get(i) >= least) {
                addNamed(i, scores.get(i), boxes, candidates);
            }
        }
        return candidates.best(settings);
    }

    private static void addNamed(int index, float score, FloatBuffer boxes, Candidates candidates) {
        int id = index % CocoLabels.IDS + 1;
        String label = CocoLabels.of(id);
        int anchor = index / CocoLabels.IDS;
        if (label != null) {
            candidates.add(id, anchor, label, score, box(boxes, anchor));
        }
    }

    private static Box box(FloatBuffer boxes, int anchor) {
        int at = 4 * anchor;
        return Box.clipped(boxes.get(at + 1), boxes.get(at), boxes.get(at + 3), boxes.get(at + 2));
    }
}
