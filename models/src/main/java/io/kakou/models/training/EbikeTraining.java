package io.kakou.models.training;

import io.kakou.models.dataset.PictureFile;
import io.kakou.models.dataset.Sample;
import io.kakou.models.dataset.UnreadableDataset;
import io.kakou.models.ebike.EbikeDetector;
import io.kakou.models.ebike.EbikeHead;
import io.kakou.models.evaluation.Figures;
import io.kakou.models.evaluation.Scored;
import io.kakou.models.features.Backbone;
import io.kakou.models.features.FeatureMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Trains the head that sees e-bikes in cabins: a logistic regression over the cells of the backbone's map of stride 32,
 * smoothed over 3×3 cells; a picture's score is its hottest cell. Deterministic on one type of processor.
 */
public final class EbikeTraining {
    /** The event, as the command line calls it. */
    public static final String EVENT = "ebike-in-lift";

    /** A picture of one is trained on as an e-bike is, and counted in no figure. */
    private static final String MOTORCYCLE = "motorcycle";

    private final Backbone backbone;
    private final Settings settings;
    private final Consumer<String> progress;

    public EbikeTraining(Backbone backbone, Settings settings, Consumer<String> progress) {
        this.backbone = backbone;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * How it is trained.
     *
     * @param variations of each picture with boxes beside the picture itself; those without get one
     * @param penalty on squared weights, per thousand cells
     * @param steps of the descent at most
     */
    public record Settings(int variations, double penalty, int steps) {
        /** What won; see {@code models/training/RUNS.md}. */
        public static final Settings DEFAULT = new Settings(8, 30, 30);
    }

    /**
     * What one training came to.
     *
     * @param scored every picture's score by a head that had not seen its family, the threshold at ½
     * @param scoredByGroup the same by a head that had not seen its group
     */
    @SuppressWarnings("ArrayRecordComponent") // A file's bytes, handed on once.
    public record Outcome(byte[] onnx, List<Scored> scored, List<Scored> scoredByGroup) {}

    /** Trains, and judges every picture by heads that were trained without it. */
    public Outcome train(List<Sample> samples) throws UnreadableDataset {
        Cells cells = cells(samples);
        progress.accept(cells.size() + " cells of " + samples.size() + " pictures");
        Map<String, List<Scored>> done = new HashMap<>();
        List<Scored> byFamily = leftOut(samples, cells, Sample::family, done);
        List<Scored> byGroup = leftOut(samples, cells, Sample::group, done);
        double threshold = best(byFamily, samples);
        Logistic.Fit fit = logistic().fit(cells);
        Logistic.Fit shifted = new Logistic.Fit(fit.weights(), (float) (fit.bias() - threshold));
        return new Outcome(
                HeadWriter.write(shifted, EbikeHead.SIDE), shifted(byFamily, threshold), shifted(byGroup, threshold));
    }

    /** Whether a picture counts in figures: with an e-bike, or with nothing of the kind. */
    public static boolean counts(Sample sample) {
        return sample.is(EbikeDetector.LABEL) || sample.is(Sample.NONE);
    }

    private Logistic logistic() {
        return new Logistic(new Logistic.Settings(settings.penalty(), settings.steps()));
    }

    /**
     * Scores are what comes before the sigmoid.
     *
     * @param done what was left out before, and what came of it
     */
    private List<Scored> leftOut(
            List<Sample> samples, Cells cells, Function<Sample, String> part, Map<String, List<Scored>> done)
            throws UnreadableDataset {
        List<Scored> scored = new ArrayList<>();
        for (String one : new TreeSet<>(samples.stream().map(part).toList())) {
            List<Scored> without = done.get(one);
            if (without == null) {
                Logistic.Fit fit = logistic().fit(cells.without(group -> isIn(group, one)));
                without = new ArrayList<>();
                for (Sample sample : samples) {
                    if (isIn(sample.group(), one)) {
                        without.add(scored(sample, fit));
                    }
                }
                done.put(one, without);
                progress.accept("without " + one + ": " + without.size() + " pictures judged");
            }
            scored.addAll(without);
        }
        return scored;
    }

    private static boolean isIn(String group, String part) {
        return group.equals(part) || group.startsWith(part + "/");
    }

    private Scored scored(Sample sample, Logistic.Fit fit) throws UnreadableDataset {
        FeatureMap map = backbone.look(PictureFile.read(sample.file())).stride32();
        return new Scored(
                sample.file().toString(),
                sample.group(),
                sample.is(EbikeDetector.LABEL),
                Heat.of(map, fit).most());
    }

    /** The threshold of the best F1 among those that count; between two pictures' scores. */
    private static double best(List<Scored> scored, List<Sample> samples) {
        List<Scored> counted = counted(scored, samples);
        List<Double> scores = new TreeSet<>(counted.stream().map(Scored::score).toList())
                .stream().toList();
        double best = 0;
        double bestF1 = -1;
        for (int i = 1; i < scores.size(); i++) {
            double threshold = (scores.get(i - 1) + scores.get(i)) / 2;
            double f1 = Figures.point(threshold, counted).f1();
            if (f1 > bestF1) {
                best = threshold;
                bestF1 = f1;
            }
        }
        return best;
    }

    /** Those of the pictures that count. */
    public static List<Scored> counted(List<Scored> scored, List<Sample> samples) {
        List<String> files = samples.stream()
                .filter(EbikeTraining::counts)
                .map(sample -> sample.file().toString())
                .toList();
        TreeSet<String> known = new TreeSet<>(files);
        return scored.stream().filter(one -> known.contains(one.file())).toList();
    }

    private static List<Scored> shifted(List<Scored> scored, double threshold) {
        return scored.stream()
                .map(one ->
                        new Scored(one.file(), one.group(), one.truth(), 1 / (1 + Math.exp(threshold - one.score()))))
                .sorted(Comparator.comparing(Scored::file))
                .toList();
    }

    private Cells cells(List<Sample> samples) throws UnreadableDataset {
        CellSampler sampler = new CellSampler(backbone, settings.variations());
        for (Sample sample : samples) {
            boolean seen = sample.is(EbikeDetector.LABEL) || sample.is(MOTORCYCLE);
            if (!seen) {
                sampler.addWithout(sample);
            } else if (!sample.boxes().isEmpty()) {
                sampler.addWith(sample);
            }
        }
        return sampler.cells();
    }
}
