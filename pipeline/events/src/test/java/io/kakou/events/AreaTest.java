package io.kakou.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class AreaTest {
    private static final Polygon WEST = triangle(120);
    private static final Polygon EAST = triangle(122);

    @Test
    void an_area_in_two_pieces_holds_both() {
        Area area = new Area("pengbu", "彭埠街道", AreaLevel.STREET, null, null, List.of(WEST, EAST));

        assertThat(area.contains(new Point(120.2, 30.2))).isTrue();
        assertThat(area.contains(new Point(122.2, 30.2))).isTrue();
        assertThat(area.contains(new Point(121.5, 30.2))).isFalse();
        assertThat(area.key()).isEqualTo("area~pengbu");
    }

    @Test
    void a_room_that_is_no_id_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Area("pengbu", "彭埠街道", AreaLevel.STREET, null, "指挥室", List.of()))
                .withMessage("room of area pengbu \"指挥室\" is not an id; allowed: 1 to 64 of A-Z a-z 0-9 . _ -");
    }

    private static Polygon triangle(double west) {
        return new Polygon(
                List.of(new Ring(List.of(new Point(west, 30), new Point(west + 1, 30), new Point(west, 31)))));
    }
}
