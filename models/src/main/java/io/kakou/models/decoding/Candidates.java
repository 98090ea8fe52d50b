package io.kakou.models.decoding;

import io.kakou.models.Box;
import io.kakou.models.Detection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One picture's boxes as a model gave them, thinned by greedy suppression within each class. One thread. */
public final class Candidates {
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparingInt(Candidate::id)
            .thenComparingInt(Candidate::anchor);

    private final List<Candidate> all = new ArrayList<>();

    private record Candidate(int id, int anchor, String label, double score, Box box) {}

    /**
     * Adds a box; one without area is left out.
     *
     * @param id the class, by which equals are ordered
     * @param anchor where in the model's output it stood, likewise
     * @param score to 1; rounding beyond it is cut
     */
    public void add(int id, int anchor, String label, double score, Box box) {
        if (box.area() > 0) {
            all.add(new Candidate(id, anchor, label, Math.min(1, score), box));
        }
    }

    /** The best, best first. */
    public List<Detection> best(Kept settings) {
        all.sort(BEST_FIRST);
        List<Candidate> kept = new ArrayList<>();
        for (Candidate candidate : all) {
            if (kept.size() == settings.most()) {
                break;
            }
            if (kept.stream().noneMatch(better -> isSame(better, candidate, settings.overlap()))) {
                kept.add(candidate);
            }
        }
        return kept.stream()
                .map(c -> new Detection(c.label(), c.score(), c.box()))
                .toList();
    }

    private static boolean isSame(Candidate better, Candidate candidate, double overlap) {
        return better.id() == candidate.id() && better.box().iou(candidate.box()) > overlap;
    }
}
