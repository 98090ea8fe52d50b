package io.kakou.analysis.replay;

import io.kakou.models.Detection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one model found in a picture beside what another did: boxes of one label that overlap are the same thing, best
 * overlap of the best score first.
 *
 * @param matched found by both
 * @param gone found by the first alone
 * @param fresh found by the second alone
 * @param mostScore largest difference of a matched score, 0 to 1; 0 where nothing matched
 * @param sumScore of those differences together
 */
public record Matching(int matched, int gone, int fresh, double mostScore, double sumScore) {
    public static final Matching NOTHING = new Matching(0, 0, 0, 0, 0);

    /** As usual where boxes are compared (PASCAL VOC). */
    private static final double LEAST_IOU = 0.5;

    public static Matching of(List<Detection> then, List<Detection> now) {
        List<Detection> left = new ArrayList<>(now);
        int matched = 0;
        double most = 0;
        double sum = 0;
        for (Detection each : then) {
            Detection same = nearest(each, left);
            if (same != null) {
                left.remove(same);
                matched++;
                double difference = Math.abs(each.score() - same.score());
                most = Math.max(most, difference);
                sum += difference;
            }
        }
        return new Matching(matched, then.size() - matched, left.size(), most, sum);
    }

    /** Both together. */
    public Matching and(Matching other) {
        return new Matching(
                matched + other.matched,
                gone + other.gone,
                fresh + other.fresh,
                Math.max(mostScore, other.mostScore),
                sumScore + other.sumScore);
    }

    /** Of the matched scores; 0 where nothing matched. */
    public double meanScore() {
        return matched == 0 ? 0 : sumScore / matched;
    }

    private static @Nullable Detection nearest(Detection to, List<Detection> among) {
        Detection best = null;
        for (Detection each : among) {
            double iou = each.box().iou(to.box());
            boolean better = best == null || iou > best.box().iou(to.box());
            if (each.label().equals(to.label()) && iou >= LEAST_IOU && better) {
                best = each;
            }
        }
        return best;
    }
}
