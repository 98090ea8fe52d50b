package io.kakou.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneTest {
    private static final Zone L_SHAPE = new Zone(
            "cabin",
            List.of(
                    new Corner(0.25, 0.25),
                    new Corner(0.75, 0.25),
                    new Corner(0.75, 0.5),
                    new Corner(0.5, 0.5),
                    new Corner(0.5, 0.75),
                    new Corner(0.25, 0.75)));

    @ParameterizedTest
    @CsvSource({"0.3,0.3,true", "0.7,0.4,true", "0.3,0.7,true", "0.7,0.7,false", "0.1,0.3,false", "0.9,0.4,false"})
    void a_bent_zone_holds_what_is_inside(double x, double y, boolean inside) {
        assertThat(L_SHAPE.contains(x, y)).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "0,1", "1,1", "0.5,1", "1,0.5", "0.5,0.5"})
    void the_whole_picture_holds_its_own_edges(double x, double y) {
        assertThat(Zone.whole("cabin").contains(x, y)).isTrue();
    }

    @Test
    void feet_on_the_lower_edge_are_in_the_zone_that_reaches_it() {
        Zone floor = new Zone(
                "door", List.of(new Corner(0.2, 0.6), new Corner(0.8, 0.6), new Corner(0.8, 1), new Corner(0.2, 1)));

        assertThat(floor.contains(0.5, 1)).isTrue();
        assertThat(floor.contains(0.9, 1)).isFalse();
    }

    @Test
    void two_corners_are_no_zone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Zone("door", List.of(new Corner(0, 0), new Corner(1, 1))))
                .withMessage("zone \"door\" has 2 corners; allowed: 3 or more");
    }
}
