package io.kakou.models.training.water;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.models.evaluation.Scored;
import io.kakou.models.training.Logistic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaterFoldsTest {
    @Test
    void the_threshold_lies_in_the_widest_gap_of_those_that_are_best() {
        List<Scored> scored = List.of(
                new Scored("dry1", "a", false, 0),
                new Scored("dry2", "a", false, 1),
                new Scored("flood1", "b", true, 5),
                new Scored("flood2", "b", true, 6));
        assertThat(WaterFolds.best(scored)).isEqualTo(3);
    }

    @Test
    void no_head_judges_a_camera_that_it_has_seen_and_no_threshold_either() {
        List<WaterScene> scenes = new ArrayList<>();
        for (String camera : List.of("a", "b", "c", "d", "e", "f", "g")) {
            scenes.add(scene(camera, 0, false));
            scenes.add(scene(camera, 1, false));
            scenes.add(scene(camera, 2, true));
        }
        List<Integer> learned = new ArrayList<>();
        WaterFolds.Outcome outcome = new WaterFolds(scenes, some -> {
                    learned.add(some.size());
                    return new Logistic.Fit(new float[] {1}, 0);
                })
                .run();
        assertThat(outcome.single()).hasSize(21);
        assertThat(outcome.remembered()).hasSize(21);
        // Seven fits without one camera, and for each of them six without one more.
        assertThat(learned).hasSize(49).containsOnly(18, 15);
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
        WaterFolds.Outcome outcome = new WaterFolds(scenes, some -> new Logistic.Fit(new float[] {1}, 0)).run();
        assertThat(outcome.remembered()).extracting(Scored::file).containsExactlyInAnyOrder("b2", "c0", "c1");
    }

    private static WaterScene scene(String camera, int number, boolean flooded) {
        float[] features = {flooded ? 3 : number};
        return new WaterScene(camera + number, camera, flooded, features, features);
    }
}
