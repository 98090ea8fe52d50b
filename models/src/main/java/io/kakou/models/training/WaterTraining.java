package io.kakou.models.training;

import io.kakou.models.Picture;
import io.kakou.models.dataset.PictureFile;
import io.kakou.models.dataset.Table;
import io.kakou.models.dataset.UnreadableDataset;
import io.kakou.models.evaluation.Scored;
import io.kakou.models.features.FeatureMap;
import io.kakou.models.features.RoadBackbone;
import io.kakou.models.water.WaterHead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Trains the head that sees water on roads: a logistic regression over cells of pictures whose water is drawn in, and over
 * whole pictures of fixed street cameras. Deterministic on one type of processor.
 */
public final class WaterTraining {
    /** The event, as the command line calls it. */
    public static final String EVENT = "waterlogging";

    /** So much of what a camera's dry road shows more than usual is taken off what it shows now. */
    public static final double FORGIVEN = 0.5;

    /** From here down a picture of a street camera is road, as far as nobody has drawn a zone. */
    private static final double HORIZON = 0.4;

    /** Pictures of one source that are judged when it is left out; more would say no more. */
    private static final int JUDGED_EACH = 60;

    /** Pictures of one source that are learned from; more take longer and teach little. */
    private static final int LEARNED_EACH = 150;

    private final RoadBackbone small;
    private final RoadBackbone large;
    private final Settings settings;
    private final Consumer<String> progress;

    /**
     * A training.
     *
     * @param small backbone that pictures of other sources are learned from with
     * @param large backbone that judges, and that pictures of street cameras are learned from with
     */
    public WaterTraining(RoadBackbone small, RoadBackbone large, Settings settings, Consumer<String> progress) {
        this.small = small;
        this.large = large;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * How it is trained.
     *
     * @param variations of each picture beside the picture itself
     * @param cameraWeight of all pictures of street cameras together, against all cells of other sources
     * @param penalty on squared weights, per thousand cells
     * @param steps of the descent at most
     */
    public record Settings(int variations, double cameraWeight, double penalty, int steps) {
        /** What won; see {@code models/training/RUNS.md}. */
        public static final Settings DEFAULT = new Settings(2, 1, 10, 40);
    }

    /**
     * What one training came to.
     *
     * @param cameras every clear picture of a street camera by a head and a threshold that had not seen the camera; scores
     *     are logits over the threshold
     * @param remembered the same with the camera's other dry pictures as its memory
     * @param sources some pictures of every other source by a head that had not seen the source
     * @param usualDry mean evidence of dry roads under the head's threshold, in logits
     * @param pictures how many there were, by source
     */
    @SuppressWarnings("ArrayRecordComponent") // A file's bytes, handed on once.
    public record Outcome(
            byte[] onnx,
            List<Scored> cameras,
            List<Scored> remembered,
            List<Scored> sources,
            double usualDry,
            Map<String, Integer> pictures) {}

    /** What is trained on: pictures as they are judged, and cells of those whose water is drawn in. */
    record Material(List<WaterScene> scenes, List<Cells.Cell> cells, Map<String, Integer> pictures) {}

    /** Trains, and judges every camera and source by heads that were trained without it. */
    public Outcome train(Path data, Table table, Map<String, Path> films) throws UnreadableDataset {
        List<WaterPicture> pictures = WaterSources.read(data, table, films);
        return train(new Material(scenes(pictures), cells(pictures), counts(pictures)));
    }

    Outcome train(Material material) {
        List<WaterScene> scenes = material.scenes();
        List<Cells.Cell> all = new ArrayList<>(material.cells());
        all.addAll(cameraCells(scenes, material.cells()));
        Cells training = new Cells(all);
        progress.accept(training.size() + " cells");
        List<WaterScene> cameras =
                scenes.stream().filter(WaterScene::isOfCamera).toList();
        WaterFolds.Outcome folds = new WaterFolds(cameras, without -> fit(training, without)).run();
        progress.accept("cameras judged, each by heads without it");
        List<WaterScene> others =
                scenes.stream().filter(scene -> !scene.isOfCamera()).toList();
        List<Scored> sources = sources(others, training, folds.threshold());
        Logistic.Fit fit = fit(training, group -> false);
        Logistic.Fit shifted = new Logistic.Fit(fit.weights(), (float) (fit.bias() - folds.threshold()));
        return new Outcome(
                HeadWriter.plain(shifted, WaterHead.SIDE),
                folds.single(),
                folds.remembered(),
                sources,
                folds.usualDry() - folds.threshold(),
                material.pictures());
    }

    private Logistic.Fit fit(Cells cells, Predicate<String> without) {
        return new Logistic(new Logistic.Settings(settings.penalty(), settings.steps())).fit(cells.without(without));
    }

    List<Cells.Cell> cells(List<WaterPicture> pictures) throws UnreadableDataset {
        WaterCells sampler = new WaterCells(small, settings.variations());
        Map<String, Integer> counts = counts(pictures);
        Map<String, Integer> met = new HashMap<>();
        for (WaterPicture picture : pictures) {
            Ground ground = picture.ground();
            int number = met.merge(picture.source(), 1, Integer::sum);
            int step = Math.max(1, counts.getOrDefault(picture.source(), 1) / LEARNED_EACH);
            if (ground != null && number % step == 0) {
                sampler.add(picture, ground);
            }
        }
        progress.accept("cells taken");
        return sampler.cells();
    }

    /** Each picture of a street camera as one cell, its mean; all of them together weigh what the settings say. */
    private List<Cells.Cell> cameraCells(List<WaterScene> scenes, List<Cells.Cell> others) {
        List<WaterScene> clear = scenes.stream()
                .filter(scene -> scene.isOfCamera() && scene.isClear())
                .toList();
        Map<String, Integer> counts = new HashMap<>();
        clear.forEach(scene -> counts.merge(scene.group() + scene.flooded(), 1, Integer::sum));
        List<Cells.Cell> cells = new ArrayList<>();
        for (boolean truth : new boolean[] {true, false}) {
            double wanted = settings.cameraWeight() * weight(others, truth);
            double total = clear.stream()
                    .filter(scene -> scene.isFlooded() == truth)
                    .mapToDouble(scene -> share(counts, scene))
                    .sum();
            for (WaterScene scene : clear) {
                if (scene.isFlooded() == truth) {
                    float weight = (float) (wanted * share(counts, scene) / total);
                    cells.add(new Cells.Cell(scene.features(), truth, scene.group(), weight));
                }
            }
        }
        return cells;
    }

    private static double share(Map<String, Integer> counts, WaterScene scene) {
        return 1 / Math.sqrt(counts.getOrDefault(scene.group() + scene.flooded(), 1));
    }

    private static double weight(List<Cells.Cell> cells, boolean truth) {
        return new Cells(cells).weight(truth);
    }

    List<WaterScene> scenes(List<WaterPicture> pictures) throws UnreadableDataset {
        List<WaterScene> scenes = new ArrayList<>();
        Map<String, Integer> counts = counts(pictures);
        Map<String, Integer> met = new HashMap<>();
        for (WaterPicture picture : pictures) {
            int number = met.merge(picture.source(), 1, Integer::sum);
            int step = Math.max(1, counts.getOrDefault(picture.source(), 1) / JUDGED_EACH);
            if (picture.isOfFixedCamera() || number % step == 0) {
                scenes.add(scene(picture));
            }
        }
        progress.accept(scenes.size() + " pictures looked at");
        return scenes;
    }

    private WaterScene scene(WaterPicture picture) throws UnreadableDataset {
        Picture read = PictureFile.read(picture.file());
        FeatureMap map = large.look(read);
        return new WaterScene(
                picture.file().toString(), picture.group(), picture.isOfFixedCamera(), picture.flooded(), lower(map));
    }

    private static float[] lower(FeatureMap map) {
        float[] mean = new float[map.channels()];
        int first = (int) Math.ceil(HORIZON * map.rows() - 0.5);
        int cells = (map.rows() - first) * map.columns();
        for (int row = first; row < map.rows(); row++) {
            for (int column = 0; column < map.columns(); column++) {
                float[] cell = map.cell(column, row);
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += cell[i] / cells;
                }
            }
        }
        return mean;
    }

    private List<Scored> sources(List<WaterScene> scenes, Cells training, double threshold) {
        List<Scored> scored = new ArrayList<>();
        for (String source :
                new TreeSet<>(scenes.stream().map(WaterScene::group).toList())) {
            Logistic.Fit fit = fit(training, source::equals);
            for (WaterScene scene : scenes) {
                if (scene.group().equals(source) && scene.isClear()) {
                    double evidence = fit.at(scene.features()) - threshold;
                    scored.add(new Scored(scene.file(), source, scene.isFlooded(), evidence));
                }
            }
        }
        return scored;
    }

    static Map<String, Integer> counts(List<WaterPicture> pictures) {
        Map<String, Integer> counts = new HashMap<>();
        pictures.forEach(picture -> counts.merge(picture.source(), 1, Integer::sum));
        return counts;
    }
}
