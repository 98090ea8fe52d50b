package io.kakou.models.training.water;

import io.kakou.models.dataset.PictureFile;
import io.kakou.models.dataset.Table;
import io.kakou.models.dataset.UnreadableDataset;
import io.kakou.models.evaluation.Scored;
import io.kakou.models.features.FeatureMap;
import io.kakou.models.features.RoadBackbone;
import io.kakou.models.training.HeadWriter;
import io.kakou.models.training.Logistic;
import io.kakou.models.training.SourceTable;
import io.kakou.models.water.WaterHead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Trains the head that sees water on roads from pictures of fixed street cameras, flooded and not, with pictures of other
 * sources for how much pictures differ anyway. Deterministic on one type of processor.
 */
public final class WaterTraining {
    /** The event, as the command line calls it. */
    public static final String EVENT = "waterlogging";

    /** So much of what a camera's dry road shows more than usual is taken off what it shows now. */
    public static final double FORGIVEN = 0.25;

    /** From here down a picture of a street camera is road, as far as nobody has drawn a zone. */
    private static final double HORIZON = 0.4;

    /** Cameras that must have seen water, and none: one is left out, one more to choose a threshold, one to learn from. */
    private static final int LEAST_CAMERAS = 3;

    private final RoadBackbone backbone;
    private final Settings settings;
    private final Consumer<String> progress;

    /** @param backbone that judges, started */
    public WaterTraining(RoadBackbone backbone, Settings settings, Consumer<String> progress) {
        this.backbone = backbone;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * How it is trained.
     *
     * @param ridge of {@link Spread}
     * @param each pictures of every other source at most, evenly over its files; more take longer
     */
    public record Settings(double ridge, int each) {
        /** What won; see {@code models/training/RUNS.md}. */
        public static final Settings DEFAULT = new Settings(1, 60);
    }

    /**
     * What one training came to.
     *
     * @param cameras every clear picture of a street camera by a head and a threshold that had not seen the camera; scores
     *     are deviations over the threshold
     * @param remembered the same with the camera's other dry pictures as its memory
     * @param sources some pictures of every other source by the head; it learned nothing of water from any of them
     * @param usualDry mean evidence of dry roads under the head's threshold
     * @param pictures how many were used, by source
     */
    @SuppressWarnings("ArrayRecordComponent") // A file's bytes, handed on once.
    public record Outcome(
            byte[] onnx,
            List<Scored> cameras,
            List<Scored> remembered,
            List<Scored> sources,
            double usualDry,
            Map<String, Integer> pictures) {}

    /** Trains, and judges every camera by heads that were trained without it. */
    public Outcome train(Path data, Table table, Map<String, Path> films) throws UnreadableDataset {
        List<WaterPicture> pictures = chosen(WaterSources.read(data, table, films));
        checkCameras(pictures, SourceTable.WATER.file());
        List<WaterScene> cameras = new ArrayList<>();
        List<WaterScene> others = new ArrayList<>();
        for (WaterPicture picture : pictures) {
            (picture.isOfCamera() ? cameras : others).add(scene(picture));
        }
        progress.accept(pictures.size() + " pictures looked at");
        return train(cameras, others, counts(pictures));
    }

    private Outcome train(List<WaterScene> cameras, List<WaterScene> others, Map<String, Integer> pictures) {
        Fisher fisher = new Fisher(new Spread(groups(others).values(), settings.ridge()));
        WaterFolds.Outcome folds = new WaterFolds(cameras, fisher::fit).run();
        progress.accept("cameras judged, each by heads without it");
        Logistic.Fit fit = fisher.fit(cameras);
        Logistic.Fit shifted = new Logistic.Fit(fit.weights(), (float) (fit.bias() - folds.threshold()));
        List<Scored> sources = others.stream()
                .filter(WaterScene::isClear)
                .map(scene -> new Scored(scene.file(), scene.group(), scene.isFlooded(), shifted.at(scene.features())))
                .toList();
        return new Outcome(
                HeadWriter.plain(shifted, WaterHead.SIDE),
                folds.single(),
                folds.remembered(),
                sources,
                folds.usualDry() - folds.threshold(),
                pictures);
    }

    /** All of street cameras, and of every other source some. */
    private List<WaterPicture> chosen(List<WaterPicture> pictures) {
        Map<String, Integer> counts = counts(pictures);
        Map<String, Integer> met = new HashMap<>();
        List<WaterPicture> chosen = new ArrayList<>();
        for (WaterPicture picture : pictures) {
            int number = met.merge(picture.source(), 1, Integer::sum);
            int step = Math.max(1, counts.getOrDefault(picture.source(), 1) / settings.each());
            if (picture.isOfCamera() || number % step == 0) {
                chosen.add(picture);
            }
        }
        return chosen;
    }

    static void checkCameras(List<WaterPicture> pictures, String table) throws UnreadableDataset {
        for (boolean flooded : new boolean[] {true, false}) {
            Predicate<WaterPicture> wanted =
                    picture -> picture.isOfCamera() && Boolean.valueOf(flooded).equals(picture.flooded());
            long cameras = pictures.stream()
                    .filter(wanted)
                    .map(WaterPicture::group)
                    .distinct()
                    .count();
            if (cameras < LEAST_CAMERAS) {
                throw new UnreadableDataset(table + ": street cameras " + (flooded ? "with" : "without") + " water are "
                        + cameras + "; allowed: " + LEAST_CAMERAS + " and more");
            }
        }
    }

    /** Those of one source that are alike in what is known of their water. */
    private static Map<String, List<float[]>> groups(List<WaterScene> scenes) {
        Map<String, List<float[]>> groups = new TreeMap<>();
        for (WaterScene scene : scenes) {
            List<float[]> group = groups.computeIfAbsent(scene.group() + scene.flooded(), name -> new ArrayList<>());
            group.add(scene.seen());
            group.add(scene.mirrored());
        }
        return groups;
    }

    private WaterScene scene(WaterPicture picture) throws UnreadableDataset {
        var read = PictureFile.read(picture.file());
        return new WaterScene(
                picture.file().toString(),
                picture.group(),
                picture.flooded(),
                lower(backbone.look(read)),
                lower(backbone.lookMirrored(read)));
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

    private static Map<String, Integer> counts(List<WaterPicture> pictures) {
        Map<String, Integer> counts = new HashMap<>();
        pictures.forEach(picture -> counts.merge(picture.source(), 1, Integer::sum));
        return counts;
    }
}
