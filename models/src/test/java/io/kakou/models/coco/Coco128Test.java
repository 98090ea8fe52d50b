package io.kakou.models.coco;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.models.Box;
import io.kakou.models.Detection;
import io.kakou.models.decoding.Kept;
import io.kakou.models.weights.RealWeights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Average precision on 128 pictures that the model has probably been trained on: a check of resizing, decoding and labels
 * together, not a figure to quote.
 */
class Coco128Test {
    private static final List<String> WORDS = IntStream.rangeClosed(1, CocoLabels.IDS)
            .mapToObj(CocoLabels::of)
            .filter(Objects::nonNull)
            .toList();

    @Test
    void average_precision_at_half_overlap_is_what_the_model_is_known_for() throws Exception {
        Path folder = Pictures.folder("coco/coco128");
        Map<String, List<Hit>> hits = new HashMap<>();
        Map<String, Integer> truths = new HashMap<>();
        try (CocoDetector detector = new CocoDetector(RealWeights.coco(), Kept.DEFAULT.withMinScore(0.01))) {
            detector.start();
            for (Path file : Pictures.in(folder.resolve("images"))) {
                List<Truth> truth = truth(folder, file);
                truth.forEach(t -> truths.merge(t.label(), 1, Integer::sum));
                match(detector.detect(Pictures.read(file)), truth, hits);
            }
        }
        double mean = truths.keySet().stream()
                .mapToDouble(label -> precision(hits.getOrDefault(label, List.of()), truths.getOrDefault(label, 0)))
                .average()
                .orElse(0);
        System.out.printf("coco128: AP50 %.3f over %d classes%n", mean, truths.size());
        assertThat(mean).isGreaterThan(0.48);
    }

    private static void match(List<Detection> found, List<Truth> truth, Map<String, List<Hit>> hits) {
        Set<Truth> taken = new HashSet<>();
        for (Detection detection : found) {
            Truth best = truth.stream()
                    .filter(t -> t.label().equals(detection.label()) && !taken.contains(t))
                    .max(Comparator.comparingDouble(t -> t.box().iou(detection.box())))
                    .filter(t -> t.box().iou(detection.box()) >= 0.5)
                    .orElse(null);
            if (best != null) {
                taken.add(best);
            }
            hits.computeIfAbsent(detection.label(), label -> new ArrayList<>())
                    .add(new Hit(detection.score(), best != null));
        }
    }

    /** COCO's: the mean of the best precision at 101 recalls. */
    private static double precision(List<Hit> hits, int truths) {
        List<Hit> sorted = hits.stream()
                .sorted(Comparator.comparingDouble(Hit::score).reversed())
                .toList();
        double[] best = new double[101];
        int right = 0;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).right() ? 1 : 0;
            for (int r = 0; r <= Math.floorDiv(100 * right, truths); r++) {
                best[r] = Math.max(best[r], right / (i + 1.0));
            }
        }
        return IntStream.range(0, best.length)
                .mapToDouble(r -> best[r])
                .average()
                .orElse(0);
    }

    private static List<Truth> truth(Path folder, Path picture) throws Exception {
        String name = picture.getFileName().toString().replace(".jpg", ".txt");
        Path labels = folder.resolve("object_detection/labels/train2017").resolve(name);
        List<Truth> truth = new ArrayList<>();
        for (String line : Files.exists(labels) ? Files.readAllLines(labels) : List.<String>of()) {
            String[] words = line.trim().split(" +");
            double[] v = Arrays.stream(words).mapToDouble(Double::parseDouble).toArray();
            Box box = Box.clipped(v[1] - v[3] / 2, v[2] - v[4] / 2, v[1] + v[3] / 2, v[2] + v[4] / 2);
            truth.add(new Truth(truth.size(), WORDS.get((int) v[0]), box));
        }
        return truth;
    }

    private record Truth(int number, String label, Box box) {}

    private record Hit(double score, boolean right) {}
}
