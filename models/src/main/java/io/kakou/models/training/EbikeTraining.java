package io.kakou.models.training;

import io.kakou.models.dataset.PictureFile;
import io.kakou.models.dataset.Sample;
import io.kakou.models.dataset.UnreadableDataset;
import io.kakou.models.ebike.EbikeDetector;
import io.kakou.models.ebike.EbikeHead;
import io.kakou.models.evaluation.Scored;
import io.kakou.models.features.Backbone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

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
     * What one training came to. Every threshold is nested: that of a part left out comes from inside the rest, from heads
     * that had seen neither the picture they judged nor that part.
     *
     * @param scored every picture's score by a head that had not seen its family, that fold's threshold at ½
     * @param scoredByGroup the same by a head that had not seen its group; its family's threshold
     */
    @SuppressWarnings("ArrayRecordComponent") // A file's bytes, handed on once.
    public record Outcome(byte[] onnx, List<Scored> scored, List<Scored> scoredByGroup) {}

    /** Trains, and judges every picture by heads that were trained without it. */
    public Outcome train(List<Sample> samples) throws UnreadableDataset {
        Cells cells = cells(samples);
        progress.accept(cells.size() + " cells of " + samples.size() + " pictures");
        LeftOut leftOut = new LeftOut(cells, looks(samples), logistic(), progress);
        Map<String, Double> thresholds = leftOut.thresholds();
        Logistic.Fit fit = logistic().fit(cells);
        Logistic.Fit shifted = new Logistic.Fit(fit.weights(), (float) (fit.bias() - leftOut.threshold()));
        return new Outcome(
                HeadWriter.write(shifted, EbikeHead.SIDE),
                leftOut.scored(Sample::family, thresholds),
                leftOut.scored(Sample::group, thresholds));
    }

    /** Whether a picture counts in figures: with an e-bike, or with nothing of the kind. */
    public static boolean counts(Sample sample) {
        return isWanted(sample) || sample.is(Sample.NONE);
    }

    static boolean isWanted(Sample sample) {
        return sample.is(EbikeDetector.LABEL);
    }

    private Logistic logistic() {
        return new Logistic(new Logistic.Settings(settings.penalty(), settings.steps()));
    }

    private List<LeftOut.Look> looks(List<Sample> samples) throws UnreadableDataset {
        List<LeftOut.Look> looks = new ArrayList<>();
        for (Sample sample : samples) {
            looks.add(new LeftOut.Look(
                    sample, backbone.look(PictureFile.read(sample.file())).stride32()));
        }
        return looks;
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

    private Cells cells(List<Sample> samples) throws UnreadableDataset {
        CellSampler sampler = new CellSampler(backbone, settings.variations());
        for (Sample sample : samples) {
            boolean seen = isWanted(sample) || sample.is(MOTORCYCLE);
            if (!seen) {
                sampler.addWithout(sample);
            } else if (!sample.boxes().isEmpty()) {
                sampler.addWith(sample);
            }
        }
        return sampler.cells();
    }
}
