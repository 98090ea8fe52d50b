package io.kakou.models.coco;

import io.kakou.models.Box;
import io.kakou.models.Detection;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The model's numbers to detections: threshold, then greedy suppression within each class. */
final class Decoder {
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparingInt(Candidate::id)
            .thenComparingInt(Candidate::anchor);

    private final CocoSettings settings;

    Decoder(CocoSettings settings) {
        this.settings = settings;
    }

    /**
     * Decodes one picture.
     *
     * @param scores anchors × 90; column j is COCO id j + 1; 0 to 1
     * @param boxes anchors × 4: top, left, bottom, right, relative to the picture and possibly beyond it
     */
    List<Detection> decode(FloatBuffer scores, FloatBuffer boxes) {
        List<Candidate> kept = new ArrayList<>();
        for (Candidate candidate : candidates(scores, boxes)) {
            if (kept.size() == settings.most()) {
                break;
            }
            if (kept.stream().noneMatch(better -> isSame(better, candidate))) {
                kept.add(candidate);
            }
        }
        return kept.stream()
                .map(c -> new Detection(c.label(), c.score(), c.box()))
                .toList();
    }

    private List<Candidate> candidates(FloatBuffer scores, FloatBuffer boxes) {
        List<Candidate> candidates = new ArrayList<>();
        float least = (float) settings.minScore();
        for (int i = 0; i < scores.limit(); i++) {
            if (scores.get(i) >= least) {
                addNamed(i, scores.get(i), boxes, candidates);
            }
        }
        candidates.sort(BEST_FIRST);
        return candidates;
    }

    private static void addNamed(int index, float score, FloatBuffer boxes, List<Candidate> candidates) {
        int id = index % CocoLabels.IDS + 1;
        String label = CocoLabels.of(id);
        Box box = box(boxes, index / CocoLabels.IDS);
        if (label != null && box.area() > 0) {
            candidates.add(new Candidate(id, index / CocoLabels.IDS, label, Math.min(1, score), box));
        }
    }

    private static Box box(FloatBuffer boxes, int anchor) {
        int at = 4 * anchor;
        return Box.clipped(boxes.get(at + 1), boxes.get(at), boxes.get(at + 3), boxes.get(at + 2));
    }

    private boolean isSame(Candidate better, Candidate candidate) {
        return better.id() == candidate.id() && better.box().iou(candidate.box()) > settings.overlap();
    }

    private record Candidate(int id, int anchor, String label, double score, Box box) {}
}
