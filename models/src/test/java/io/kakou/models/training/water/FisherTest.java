package io.kakou.models.training.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kakou.models.training.Logistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FisherTest {
    private static final float[] DRY = {0, 0};
    private static final float[] WATER = {1, 1};

    @Test
    void a_feature_that_varies_anyway_counts_little() {
        Spread spread = new Spread(List.of(group(500, 10, 0.1f)), 0.01);
        Logistic.Fit fit = new Fisher(spread).fit(List.of(scene("a", false, DRY), scene("b", true, WATER)));
        assertThat(fit.weights()[1]).isPositive().isGreaterThan(20 * Math.abs(fit.weights()[0]));
    }

    @Test
    void evidence_is_0_half_way_and_deviates_by_1_within_a_group() {
        List<float[]> group = group(2000, 3, 0.5f);
        Fisher fisher = new Fisher(new Spread(List.of(group), 0));
        Logistic.Fit fit = fisher.fit(List.of(scene("a", false, DRY), scene("b", true, WATER)));
        assertThat(fit.at(new float[] {0.5f, 0.5f})).isCloseTo(0, within(1e-5f));
        double mean = group.stream().mapToDouble(fit::at).average().orElseThrow();
        double variance = group.stream()
                .mapToDouble(one -> Math.pow(fit.at(one) - mean, 2))
                .average()
                .orElseThrow();
        assertThat(variance).isCloseTo(1, within(1e-3));
    }

    @Test
    void a_camera_with_many_pictures_counts_no_more_than_one_with_one() {
        Fisher fisher = new Fisher(new Spread(List.of(group(500, 1, 1)), 1));
        WaterScene often = scene("b", false, new float[] {2, 0});
        List<WaterScene> scenes =
                new ArrayList<>(List.of(scene("a", false, DRY), often, scene("c", true, new float[] {1, 2})));
        float few = fisher.fit(scenes).at(WATER);
        for (int i = 0; i < 20; i++) {
            scenes.add(often);
        }
        assertThat(fisher.fit(scenes).at(WATER)).isCloseTo(few, within(1e-4f));
    }

    @Test
    void nothing_dry_is_refused() {
        Fisher fisher = new Fisher(new Spread(List.of(group(10, 1, 1)), 1));
        assertThatThrownBy(() -> fisher.fit(List.of(scene("a", true, WATER))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allowed: one or more of each");
    }

    @Test
    void groups_of_one_say_nothing() {
        assertThatThrownBy(() -> new Spread(List.of(List.of(DRY), List.of(WATER)), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no group has two members");
    }

    private static List<float[]> group(int size, float first, float second) {
        Random random = new Random(2);
        List<float[]> group = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            group.add(new float[] {first * (float) random.nextGaussian(), second * (float) random.nextGaussian()});
        }
        return group;
    }

    private static WaterScene scene(String camera, boolean flooded, float[] features) {
        return new WaterScene(camera, camera, flooded, features, features);
    }
}
