package io.kakou.models.coco;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.models.Box;
import io.kakou.models.Detection;
import io.kakou.models.decoding.Kept;
import java.util.List;
import org.junit.jupiter.api.Test;

class FineDetectorTest {
    private static final Detection BUS = new Detection("bus", 0.6, new Box(0, 0, 0.8, 0.8));
    private static final Detection FAR = new Detection("person", 0.5, new Box(0.9, 0.1, 0.92, 0.16));

    @Test
    void the_fine_look_adds_what_is_small() {
        assertThat(merged(List.of(BUS), List.of(FAR))).containsExactly(BUS, FAR);
    }

    @Test
    void the_fine_look_does_not_add_what_is_large() {
        Detection half = new Detection("bus", 0.9, new Box(0, 0, 0.4, 0.8));
        assertThat(merged(List.of(BUS), List.of(half))).containsExactly(BUS);
    }

    @Test
    void what_both_see_is_told_once_by_the_surer() {
        Detection surer = new Detection("person", 0.7, new Box(0.9, 0.1, 0.92, 0.161));
        assertThat(merged(List.of(FAR), List.of(surer))).containsExactly(surer);
        Detection car = new Detection("car", 0.4, FAR.box());
        assertThat(merged(List.of(FAR), List.of(car))).containsExactly(FAR, car);
    }

    private static List<Detection> merged(List<Detection> coarse, List<Detection> fine) {
        return FineDetector.merged(coarse, fine, Kept.DEFAULT);
    }
}
