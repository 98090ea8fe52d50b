package io.kakou.models.training.water;

import io.kakou.models.training.Logistic;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Fits a head to pictures of fixed cameras: from the mean dry road to the mean flooded one, against how pictures of other
 * sources differ among themselves. Every camera counts the same, however many pictures it has. With a handful of cameras that
 * saw water, more than two means cannot be learned from them.
 */
final class Fisher {
    private final Spread spread;

    Fisher(Spread spread) {
        this.spread = spread;
    }

    /**
     * The fit whose evidence is 0 half way between the two means, and deviates by 1 within a source.
     *
     * @throws IllegalArgumentException where no scene is flooded, or none is dry
     */
    Logistic.Fit fit(List<WaterScene> scenes) {
        double[] water = mean(scenes, WaterScene::isFlooded);
        double[] dry = mean(scenes, WaterScene::isDry);
        double[] difference = new double[water.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = water[i] - dry[i];
        }
        double[] weights = spread.weightsFor(difference);
        float[] narrow = new float[weights.length];
        double bias = 0;
        for (int i = 0; i < weights.length; i++) {
            narrow[i] = (float) weights[i];
            bias -= weights[i] * (water[i] + dry[i]) / 2;
        }
        return new Logistic.Fit(narrow, (float) bias);
    }

    private static double[] mean(List<WaterScene> scenes, Predicate<WaterScene> wanted) {
        Map<String, List<float[]>> cameras = scenes.stream()
                .filter(wanted)
                .collect(Collectors.groupingBy(
                        WaterScene::group,
                        TreeMap::new,
                        Collectors.mapping(WaterScene::features, Collectors.toList())));
        if (cameras.isEmpty()) {
            throw new IllegalArgumentException(
                    "of " + scenes.size() + " scenes none is flooded, or none is dry; allowed: one or more of each");
        }
        double[] mean = new double[cameras.values().iterator().next().get(0).length];
        for (List<float[]> camera : cameras.values()) {
            double[] own = Spread.mean(camera);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += own[i] / cameras.size();
            }
        }
        return mean;
    }
}
