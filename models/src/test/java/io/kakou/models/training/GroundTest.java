package io.kakou.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.models.Box;
import io.kakou.models.coco.Pictures;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroundTest {
    @ParameterizedTest(name = "{0}, {1} is {2}")
    @CsvSource({
        "0.5, 0.1, DRY, above the roof",
        "0.5, 0.4, DRY, on the bus",
        "0.5, 0.7, WATER, before it",
        "0.35, 0.7, WATER, beside its wheels",
        "0.1, 0.7, NOBODY_KNOWS, far from it",
        "0.5, 0.55, NOBODY_KNOWS, between body and water",
        "0.5, 0.95, NOBODY_KNOWS, where captions are"
    })
    void buses_say_where_water_is(double x, double y, Ground.Kind kind, String why) {
        Ground ground = Ground.around(List.of(new Box(0.4, 0.2, 0.6, 0.6)));
        assertThat(ground.at(x, y)).as(why).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"0.1, WATER", "0.49, WATER", "0.51, DRY", "0.999, DRY"})
    void masks_say_it_themselves(double x, Ground.Kind kind) {
        Ground ground = Ground.masked(Pictures.drawn(20, 10, (column, row) -> column < 10 ? 0xffffff : 0));
        assertThat(ground.at(x, 0.5)).isEqualTo(kind);
        assertThat(Ground.dry().at(x, 0.5)).isEqualTo(Ground.Kind.DRY);
    }
}
