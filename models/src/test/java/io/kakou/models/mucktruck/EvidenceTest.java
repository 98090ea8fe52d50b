package io.kakou.models.mucktruck;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.models.Box;
import io.kakou.models.Detection;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final Box HERE = new Box(0.2, 0.2, 0.6, 0.6);
    private static final Box NEARLY_HERE = new Box(0.22, 0.2, 0.62, 0.6);
    private static final Box THERE = new Box(0.6, 0.6, 0.9, 0.9);

    @Test
    void it_takes_the_surest_word_for_the_vehicle_in_the_picture_or_on_its_crop() {
        Evidence evidence = Evidence.of(
                HERE,
                List.of(
                        new Detection("truck", 0.4, HERE),
                        new Detection("bus", 0.3, NEARLY_HERE),
                        new Detection("car", 0.9, THERE)),
                List.of(
                        new Detection("truck", 0.7, new Box(0.1, 0.1, 0.9, 0.9)),
                        new Detection("bus", 0.8, new Box(0, 0, 0.4, 0.4))),
                0.5);
        assertThat(evidence).isEqualTo(new Evidence(0.7, 0.3, 0, 0.5));
    }

    @Test
    void a_truck_scores_more_with_a_muck_trucks_body_and_less_if_it_may_be_a_bus() {
        Evidence truck = new Evidence(0.8, 0, 0, 0.5);
        assertThat(truck.withBody(0.9).score()).isGreaterThan(truck.score());
        assertThat(truck.withBody(0.1).score()).isLessThan(truck.score());
        assertThat(new Evidence(0.8, 0.5, 0, 0.5).score()).isLessThan(truck.score());
        assertThat(new Evidence(0.8, 0, 0.5, 0.5).score()).isLessThan(truck.score());
    }

    @Test
    void scores_lie_between_nothing_and_all() {
        assertThat(new Evidence(0, 1, 1, 0).score()).isZero();
        assertThat(new Evidence(1, 0, 0, 1).score()).isEqualTo(1);
    }
}
