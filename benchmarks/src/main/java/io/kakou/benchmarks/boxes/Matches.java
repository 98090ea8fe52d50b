package io.kakou.benchmarks.boxes;

import io.kakou.models.Box;
import io.kakou.models.Detection;
import io.kakou.models.dataset.Labels.Labelled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One class in one picture: each detection, surest first, takes the drawn box that it shares most with, from an IoU of ½ on; a box that is
 * taken is not taken again (PASCAL VOC).
 *
 * @param found scores, and whether each is right
 * @param drawn how many boxes people drew
 */
record Matches(List<Found> found, int drawn) {
    private static final double SAME = 0.5;

    Matches {
        found = List.copyOf(found);
    }

    /** One detection. */
    record Found(double score, boolean right) {}

    static Matches of(String label, List<Detection> detections, List<Labelled> drawn) {
        List<Box> left = new ArrayList<>(drawn.stream()
                .filter(one -> one.label().equals(label))
                .map(Labelled::box)
                .toList());
        int all = left.size();
        List<Found> found = detections.stream()
                .filter(one -> one.label().equals(label))
                .sorted(Comparator.comparingDouble(Detection::score).reversed())
                .map(one -> new Found(one.score(), take(one.box(), left)))
                .toList();
        return new Matches(found, all);
    }

    private static boolean take(Box box, List<Box> left) {
        Box best = left.stream()
                .max(Comparator.comparingDouble(box::iou))
                .filter(other -> box.iou(other) >= SAME)
                .orElse(null);
        return best != null && left.remove(best);
    }

    /** Average precision over pictures: the area under precision, made to fall, over recall. NaN where nothing is drawn. */
    static double averagePrecision(List<Matches> pictures) {
        int drawn = pictures.stream().mapToInt(Matches::drawn).sum();
        List<Found> ranked = pictures.stream()
                .flatMap(one -> one.found().stream())
                .sorted(Comparator.comparingDouble(Found::score).reversed())
                .toList();
        if (drawn == 0) {
            return Double.NaN;
        }
        double[] precision = new double[ranked.size()];
        int right = 0;
        for (int i = 0; i < precision.length; i++) {
            right += ranked.get(i).right() ? 1 : 0;
            precision[i] = right / (i + 1.0);
        }
        double area = 0;
        double best = 0;
        for (int i = precision.length - 1; i >= 0; i--) {
            best = Math.max(best, precision[i]);
            area += ranked.get(i).right() ? best / drawn : 0;
        }
        return area;
    }
}
