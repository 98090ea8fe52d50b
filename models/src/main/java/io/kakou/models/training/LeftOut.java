package io.kakou.models.training;

import io.kakou.models.dataset.Sample;
import io.kakou.models.evaluation.Figures;
import io.kakou.models.evaluation.Scored;
import io.kakou.models.features.FeatureMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Pictures judged by heads that were trained without them, at thresholds that were chosen without them: for a part left
 * out, inside the rest each family is left out in turn, and the threshold is that of the best F1 over those scores.
 */
final class LeftOut {
    private final Cells cells;
    private final List<Look> looks;
    private final Logistic logistic;
    private final Consumer<String> progress;
    private final Map<Set<String>, Logistic.Fit> fits = new HashMap<>();

    LeftOut(Cells cells, List<Look> looks, Logistic logistic, Consumer<String> progress) {
        this.cells = cells;
        this.looks = List.copyOf(looks);
        this.logistic = logistic;
        this.progress = progress;
    }

    /** A picture and its map. */
    record Look(Sample sample, FeatureMap map) {}

    /** The threshold of a head trained on all, before the sigmoid: over every family's scores by a head without it. */
    double threshold() {
        return threshold(null);
    }

    /** By family, the threshold chosen without it. */
    Map<String, Double> thresholds() {
        Map<String, Double> thresholds = new TreeMap<>();
        for (String family : parts(Sample::family)) {
            double threshold = threshold(family);
            thresholds.put(family, threshold);
            progress.accept("without " + family + ": threshold " + threshold);
        }
        return thresholds;
    }

    /** Every picture by a head that was trained without its part, its family's threshold at ½. */
    List<Scored> scored(Function<Sample, String> part, Map<String, Double> thresholds) {
        List<Scored> scored = new ArrayList<>();
        for (String one : parts(part)) {
            Logistic.Fit fit = without(Set.of(one));
            for (Look look : looks) {
                if (part.apply(look.sample()).equals(one)) {
                    double threshold =
                            Objects.requireNonNull(thresholds.get(look.sample().family()));
                    Scored raw = scored(look, fit);
                    double score = 1 / (1 + Math.exp(threshold - raw.score()));
                    scored.add(new Scored(raw.file(), raw.group(), raw.truth(), score));
                }
            }
        }
        scored.sort(Comparator.comparing(Scored::file));
        return scored;
    }

    private double threshold(@Nullable String apart) {
        List<Scored> inner = new ArrayList<>();
        for (String family : parts(Sample::family)) {
            if (!family.equals(apart)) {
                Logistic.Fit fit = without(apart == null ? Set.of(family) : Set.of(family, apart));
                looks.stream()
                        .filter(look -> look.sample().family().equals(family) && EbikeTraining.counts(look.sample()))
                        .forEach(look -> inner.add(scored(look, fit)));
            }
        }
        return best(inner);
    }

    /** Two families left out give one fit, whichever of them is judged. */
    private Logistic.Fit without(Set<String> parts) {
        return fits.computeIfAbsent(
                parts,
                these -> logistic.fit(cells.without(
                        group -> these.stream().anyMatch(part -> group.equals(part) || group.startsWith(part + "/")))));
    }

    private static Scored scored(Look look, Logistic.Fit fit) {
        Sample sample = look.sample();
        return new Scored(
                sample.file().toString(),
                sample.group(),
                EbikeTraining.isWanted(sample),
                Heat.of(look.map(), fit).most());
    }

    private Set<String> parts(Function<Sample, String> part) {
        return new TreeSet<>(
                looks.stream().map(look -> part.apply(look.sample())).toList());
    }

    /** The threshold of the best F1; between two pictures' scores. */
    private static double best(List<Scored> scored) {
        List<Double> scores = new TreeSet<>(scored.stream().map(Scored::score).toList())
                .stream().toList();
        double best = 0;
        double bestF1 = -1;
        for (int i = 1; i < scores.size(); i++) {
            double threshold = (scores.get(i - 1) + scores.get(i)) / 2;
            double f1 = Figures.point(threshold, scored).f1();
            if (f1 > bestF1) {
                best = threshold;
                bestF1 = f1;
            }
        }
        return best;
    }
}
