package io.kakou.models.training;

import io.kakou.models.evaluation.Figures;
import io.kakou.models.evaluation.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Judges pictures by heads that have not seen their group, at thresholds that have not seen it either: for each group left
 * out the rest is split again, and the threshold is the one that serves the rest best.
 */
final class WaterFolds {
    /** Into so many parts the groups that are not left out are split again. */
    private static final int PARTS = 5;
    /** A threshold at which more dry roads than this share fire is no threshold. */
    private static final double FALSE_FIRES = 0.05;

    private final List<WaterScene> scenes;
    private final Function<Predicate<String>, Logistic.Fit> training;

    /**
     * Folds over the scenes of fixed cameras.
     *
     * @param training fits a head to all that is not of the groups given
     */
    WaterFolds(List<WaterScene> scenes, Function<Predicate<String>, Logistic.Fit> training) {
        this.scenes = List.copyOf(scenes);
        this.training = training;
    }

    /**
     * What came of it.
     *
     * @param single of every clear picture: its evidence over the threshold, in logits
     * @param remembered the same with the camera's other dry pictures as its dry memory; those that have such alone
     * @param threshold that serves all of them, left out, best
     * @param usualDry mean evidence of dry roads, in logits
     */
    record Outcome(List<Scored> single, List<Scored> remembered, double threshold, double usualDry) {}

    Outcome run() {
        List<Scored> single = new ArrayList<>();
        List<Scored> remembered = new ArrayList<>();
        Map<String, Double> leftOut = new TreeMap<>();
        for (String group : groups()) {
            Judged inner = inner(group);
            Logistic.Fit fit = training.apply(group::equals);
            for (WaterScene scene : of(group::equals)) {
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
        Judged all = judged(leftOut, clear());
        return new Outcome(single, remembered, all.threshold(), all.usualDry());
    }

    /** What scores that were left out come to. */
    private record Judged(double threshold, double usualDry) {}

    private Judged inner(String without) {
        List<String> rest =
                groups().stream().filter(group -> !group.equals(without)).toList();
        Map<String, Double> evidence = new TreeMap<>();
        for (int part = 0; part < PARTS; part++) {
            TreeSet<String> out = new TreeSet<>();
            for (int i = part; i < rest.size(); i += PARTS) {
                out.add(rest.get(i));
            }
            Logistic.Fit fit = training.apply(group -> group.equals(without) || out.contains(group));
            of(out::contains).forEach(scene -> evidence.put(scene.file(), (double) fit.at(scene.features())));
        }
        return judged(evidence, of(group -> !group.equals(without)));
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

    /** The best F1 among those at which few dry roads fire; between two pictures' scores. */
    static double best(List<Scored> scored) {
        List<Double> scores =
                new ArrayList<>(new TreeSet<>(scored.stream().map(Scored::score).toList()));
        double best = scores.isEmpty() ? 0 : scores.get(scores.size() - 1);
        double bestF1 = -1;
        for (int i = 1; i < scores.size(); i++) {
            double threshold = (scores.get(i - 1) + scores.get(i)) / 2;
            Figures.Point point = Figures.point(threshold, scored);
            if (point.falseFires() <= FALSE_FIRES && point.f1() > bestF1) {
                best = threshold;
                bestF1 = point.f1();
            }
        }
        return best;
    }

    private List<WaterScene> otherDry(WaterScene scene) {
        return of(scene.group()::equals).stream()
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

    private List<String> groups() {
        return List.copyOf(new TreeSet<>(clear().stream().map(WaterScene::group).toList()));
    }

    private List<WaterScene> of(Predicate<String> group) {
        return clear().stream().filter(scene -> group.test(scene.group())).toList();
    }

    private List<WaterScene> clear() {
        return scenes.stream().filter(WaterScene::isClear).toList();
    }
}
