package io.kakou.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.models.evaluation.Scored;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaterFoldsTest {
    @Test
    void the_threshold_lets_few_dry_roads_fire_even_where_more_floods_would_be_found() {
        List<Scored> scored = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            scored.add(new Scored("dry" + i, "a", false, i / 40.0));
        }
        for (int i = 0; i < 10; i++) {
            scored.add(new Scored("flood" + i, "b", true, 0.505 + i / 10.0));
        }
        double threshold = WaterFolds.best(scored);
        assertThat(scored.stream().filter(one -> !one.truth() && one.score() >= threshold))
                .hasSizeLessThanOrEqualTo(2);
        assertThat(scored.stream().filter(one -> one.truth() && one.score() >= threshold))
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void no_head_judges_a_camera_that_it_has_seen() {
        List<WaterScene> scenes = new ArrayList<>();
        for (String camera : List.of("a", "b", "c", "d", "e", "f", "g")) {
            scenes.add(scene(camera, 0, false));
            scenes.add(scene(camera, 1, false));
            scenes.add(scene(camera, 2, true));
        }
        List<String> judged = new ArrayList<>();
        WaterFolds.Outcome outcome = new WaterFolds(scenes, without -> {
                    judged.add(String.valueOf(scenes.stream()
                            .filter(scene -> without.test(scene.group()))
                            .count()));
                    return new Logistic.Fit(new float[] {1}, 0);
                })
                .run();
        assertThat(outcome.single()).hasSize(21);
        assertThat(outcome.remembered()).hasSize(21);
        // Seven fits without one camera, and for each of them five without more.
        assertThat(judged).hasSize(42).doesNotContain("0");
        assertThat(outcome.single()).allMatch(one -> one.score() >= 0 == one.truth());
    }

    @Test
    void a_camera_with_nothing_else_dry_has_no_memory() {
        List<WaterScene> scenes = List.of(
                scene("a", 0, false),
                scene("b", 1, false),
                scene("b", 2, true),
                scene("c", 0, false),
                scene("c", 1, false));
        WaterFolds.Outcome outcome = new WaterFolds(scenes, without -> new Logistic.Fit(new float[] {1}, 0)).run();
        assertThat(outcome.remembered()).extracting(Scored::file).containsExactlyInAnyOrder("b2", "c0", "c1");
    }

    private static WaterScene scene(String camera, int number, boolean flooded) {
        return new WaterScene(camera + number, camera, true, flooded, new float[] {flooded ? 3 : number});
    }
}
