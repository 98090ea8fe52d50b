package io.kakou.models.training;

import io.kakou.models.coco.CocoDetector;
import io.kakou.models.dataset.Sample;
import io.kakou.models.dataset.Table;
import io.kakou.models.dataset.UnreadableDataset;
import io.kakou.models.evaluation.Figures;
import io.kakou.models.evaluation.Scored;
import io.kakou.models.mucktruck.MuckTruckDetector;
import io.kakou.models.mucktruck.MuckTruckHead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Trains the head that knows muck trucks among vehicles: a logistic regression over the four quarters of a crop's map. It is
 * trained only where one source has both, so that it cannot learn the source; all others only test it. Deterministic on one
 * type of processor.
 */
public final class MuckTruckTraining {
    /** The event, as the command line calls it. */
    public static final String EVENT = "muck-truck";

    private static final String TRAIN = "train";
    private static final Pattern LAST_NUMBER = Pattern.compile("(\\d+)\\D*$");
    private static final int BLOCK = 100;

    private final Vehicles vehicles;
    private final Settings settings;
    private final Consumer<String> progress;

    /**
     * A training.
     *
     * @param stock made of {@link io.kakou.models.weights.CocoPart#DETECTOR_WITH_MAP}, started
     */
    public MuckTruckTraining(CocoDetector stock, Settings settings, Consumer<String> progress) {
        this.vehicles = new Vehicles(stock);
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * How it is trained.
     *
     * @param penalty on squared weights, per thousand crops
     * @param steps of the descent at most
     */
    public record Settings(double penalty, int steps) {
        /** What won; see {@code models/training/RUNS.md}. */
        public static final Settings DEFAULT = new Settings(100, 60);
    }

    /**
     * What one training came to.
     *
     * @param threshold of the best F1 over all of {@code scored}, 0 to 1
     * @param scored by source, each picture by a head that had not seen it: where the source was trained on, nor the block
     *     of a hundred numbers that it is in. A picture without a vehicle counts where it should show a muck truck, with 0
     * @param thresholds by source, that of the best F1 over the other sources
     */
    @SuppressWarnings("ArrayRecordComponent") // A file's bytes, handed on once.
    public record Outcome(
            byte[] onnx, double threshold, Map<String, List<Scored>> scored, Map<String, Double> thresholds) {}

    /** Trains, and judges every picture by heads that were trained without it. */
    public Outcome train(List<Sample> samples, Table sources) throws UnreadableDataset {
        Map<String, Integer> variations = variations(sources);
        Cells cells = cells(samples, variations);
        progress.accept(cells.size() + " crops of vehicles");
        Logistic logistic = new Logistic(new Logistic.Settings(settings.penalty(), settings.steps()));
        Map<String, Logistic.Fit> fits = new HashMap<>();
        Logistic.Fit all = logistic.fit(cells);
        Map<String, List<Scored>> scored = new HashMap<>();
        for (Sample sample : samples) {
            String block = block(sample);
            boolean isTrained = variations.containsKey(sample.source());
            Logistic.Fit fit =
                    isTrained ? fits.computeIfAbsent(block, one -> logistic.fit(cells.without(one::equals))) : all;
            Double score = score(sample, fit);
            if (score != null) {
                scored.computeIfAbsent(family(sample), family -> new ArrayList<>())
                        .add(new Scored(sample.file().toString(), block, isWanted(sample), score));
            }
        }
        Map<String, Double> thresholds = new HashMap<>();
        scored.keySet().forEach(family -> thresholds.put(family, best(scored, family)));
        progress.accept("thresholds " + thresholds);
        return new Outcome(HeadWriter.quarters(all, MuckTruckHead.SIDE), best(scored, ""), scored, thresholds);
    }

    static boolean isWanted(Sample sample) {
        return sample.is(MuckTruckDetector.LABEL);
    }

    /** {@code site} of {@code site-dump}: kinds of one source are no sources. */
    static String family(Sample sample) {
        return sample.source().startsWith("site-") ? "site" : sample.source();
    }

    private static Map<String, Integer> variations(Table sources) throws UnreadableDataset {
        Map<String, Integer> variations = new HashMap<>();
        for (Table.Row row : sources.rows()) {
            if (row.get("use").equals(TRAIN)) {
                try {
                    variations.put(row.get("source"), Integer.valueOf(row.get("variations")));
                } catch (NumberFormatException e) {
                    throw row.refused("variations", "a whole number");
                }
            }
        }
        return variations;
    }

    private Cells cells(List<Sample> samples, Map<String, Integer> variations) throws UnreadableDataset {
        List<Cells.Cell> cells = new ArrayList<>();
        for (Sample sample : samples) {
            Integer varied = variations.get(sample.source());
            if (varied != null) {
                for (float[] quarters : vehicles.varied(sample, varied)) {
                    cells.add(new Cells.Cell(quarters, isWanted(sample), block(sample)));
                }
            }
        }
        return new Cells(cells);
    }

    /** Pictures whose numbers are near may show one truck; they are left out together. */
    private static String block(Sample sample) {
        Matcher number = LAST_NUMBER.matcher(sample.file().getFileName().toString());
        boolean isBlocked = sample.source().startsWith("site-") && number.find();
        return isBlocked ? family(sample) + "/" + Integer.parseInt(number.group(1)) / BLOCK : sample.group();
    }

    /** Null for a picture without vehicles that rightly is not called anything. */
    private @Nullable Double score(Sample sample, Logistic.Fit fit) throws UnreadableDataset {
        List<Vehicles.Vehicle> seen = vehicles.of(sample);
        if (seen.isEmpty()) {
            return isWanted(sample) ? 0.0 : null;
        }
        return seen.stream().mapToDouble(one -> one.score(fit)).max().orElse(0);
    }

    /** Of the best F1 over all families but one; between two pictures' scores. */
    private static double best(Map<String, List<Scored>> scored, String but) {
        List<Scored> others = new ArrayList<>();
        scored.forEach((family, of) -> others.addAll(family.equals(but) ? List.of() : of));
        List<Double> scores = new TreeSet<>(others.stream().map(Scored::score).toList())
                .stream().toList();
        double best = 1;
        double bestF1 = -1;
        for (int i = 1; i < scores.size(); i++) {
            double threshold = (scores.get(i - 1) + scores.get(i)) / 2;
            double f1 = Figures.point(threshold, others).f1();
            if (f1 > bestF1) {
                best = threshold;
                bestF1 = f1;
            }
        }
        return best;
    }

    /** All families' pictures with each family's own threshold bent to ½, by file. */
    static List<Scored> nested(Outcome outcome) {
        List<Scored> all = new ArrayList<>();
        outcome.scored()
                .forEach((family, of) ->
                        of.forEach(one -> all.add(bent(one, outcome.thresholds().getOrDefault(family, 1.0)))));
        all.sort(Comparator.comparing(Scored::file));
        return all;
    }

    private static Scored bent(Scored one, double threshold) {
        double score = one.score() < threshold
                ? one.score() / threshold / 2
                : 1 - (1 - one.score()) / Math.max(1e-9, 1 - threshold) / 2;
        return new Scored(one.file(), one.group(), one.truth(), score);
    }
}
