package io.kakou.models.training.water;

import io.kakou.models.evaluation.Figures;
import io.kakou.models.evaluation.Scored;
import io.kakou.models.training.Logistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Judges pictures by heads that have not seen their camera, at thresholds that have not seen it either: for each camera left
 * out, every camera of the rest is left out in turn, and the threshold is the one that serves the rest best.
 */
final class WaterFolds {
    private final List<WaterScene> scenes;
    private final Function<List<WaterScene>, Logistic.Fit> training;

    /**
     * Folds over the scenes of fixed cameras; three cameras or more must have seen water, and three none.
     *
     * @param training fits a head to some of them
     */
    WaterFolds(List<WaterScene> scenes, Function<List<WaterScene>, Logistic.Fit> training) {
        this.scenes = scenes.stream().filter(WaterScene::isClear).toList();
        this.training = training;
    }

    /**
     * What came of it.
     *
     * @param single of every clear picture: its evidence over the threshold, in deviations
     * @param remembered the same with the camera's other dry pictures as its dry memory; those that have such alone
     * @param threshold that serves all of them, left out, best
     * @param usualDry mean evidence of dry roads
     */
    record Outcome(List<Scored> single, List<Scored> remembered, double threshold, double usualDry) {}

    Outcome run() {
        List<Scored> single = new ArrayList<>();
        List<Scored> remembered = new ArrayList<>();
        Map<String, Double> leftOut = new TreeMap<>();
        for (String camera : cameras(scenes)) {
            List<WaterScene> rest = without(camera, scenes);
            Judged inner = judged(leftOut(rest), rest);
            Logistic.Fit fit = training.apply(rest);
            for (WaterScene scene : of(camera, scenes)) {
                double evidence = fit.at(scene.features());
                leftOut.put(scene.file(), evidence);
                single.add(scored(scene, evidence - inner.threshold()));
                List<WaterScene> dry = otherDry(scene);
                if (!dry.isEmpty()) {
                    double forgiven = WaterTraining.FORGIVEN * (mean(dry, fit) - inner.usualDry());
                    remembered.add(scored(scene, evidence - forgiven - inner.threshold()));
                }
            }
        }
        Judged all = judged(leftOut, scenes);
        return new Outcome(single, remembered, all.threshold(), all.usualDry());
    }

    /** What scores that were left out come to. */
    private record Judged(double threshold, double usualDry) {}

    private Map<String, Double> leftOut(List<WaterScene> some) {
        Map<String, Double> evidence = new TreeMap<>();
        for (String camera : cameras(some)) {
            Logistic.Fit fit = training.apply(without(camera, some));
            of(camera, some).forEach(scene -> evidence.put(scene.file(), (double) fit.at(scene.features())));
        }
        return evidence;
    }

    private static Judged judged(Map<String, Double> evidence, List<WaterScene> scenes) {
        List<Scored> scored = new ArrayList<>();
        for (WaterScene scene : scenes) {
            scored.add(scored(scene, evidence.getOrDefault(scene.file(), 0.0)));
        }
        double usual = scored.stream()
                .filter(one -> !one.truth())
                .mapToDouble(Scored::score)
                .average()
                .orElse(0);
        return new Judged(best(scored), usual);
    }

    /** Half way between two neighbouring scores, where F1 is best; of several such places the one with the widest gap. */
    static double best(List<Scored> scored) {
        List<Double> scores =
                new ArrayList<>(new TreeSet<>(scored.stream().map(Scored::score).toList()));
        double best = scores.isEmpty() ? 0 : scores.get(scores.size() - 1);
        double bestF1 = -1;
        double widest = 0;
        for (int i = 1; i < scores.size(); i++) {
            double gap = scores.get(i) - scores.get(i - 1);
            double threshold = scores.get(i - 1) + gap / 2;
            double f1 = Figures.point(threshold, scored).f1();
            if (f1 > bestF1 || (f1 == bestF1 && gap > widest)) {
                best = threshold;
                bestF1 = f1;
                widest = gap;
            }
        }
        return best;
    }

    private List<WaterScene> otherDry(WaterScene scene) {
        return of(scene.group(), scenes).stream()
                .filter(other -> other.isDry() && !other.file().equals(scene.file()))
                .toList();
    }

    private static double mean(List<WaterScene> scenes, Logistic.Fit fit) {
        return scenes.stream()
                .mapToDouble(scene -> fit.at(scene.features()))
                .average()
                .orElse(0);
    }

    private static Scored scored(WaterScene scene, double score) {
        return new Scored(scene.file(), scene.group(), scene.isFlooded(), score);
    }

    private static SortedSet<String> cameras(List<WaterScene> scenes) {
        return new TreeSet<>(scenes.stream().map(WaterScene::group).toList());
    }

    private static List<WaterScene> of(String camera, List<WaterScene> scenes) {
        return scenes.stream().filter(scene -> scene.group().equals(camera)).toList();
    }

    private static List<WaterScene> without(String camera, List<WaterScene> scenes) {
        return scenes.stream().filter(scene -> !scene.group().equals(camera)).toList();
    }
}
