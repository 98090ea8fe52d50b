package io.kakou.models.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.models.Picture;
import io.kakou.models.coco.Pictures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawnLinesTest {
    @ParameterizedTest
    @ValueSource(ints = {0xff00ff, 0xe020e0, 0x00ff30, 0x1010ff})
    void a_drawn_box_is_filled_from_around(int colour) {
        Picture drawn = Pictures.drawn(40, 30, (x, y) -> x == 20 || y == 10 || y == 11 ? colour : 0x806040);
        Picture clean = DrawnLines.removed(drawn);
        for (int i = 0; i < 40 * 30; i++) {
            assertThat(clean.rgbAt(i % 40, i / 40)).isEqualTo(0x806040);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x2040a0, 0xd08020, 0x405030, 0xc02020, 0xffffff})
    void what_lorries_and_trees_are_painted_in_stays(int colour) {
        Picture picture = Pictures.drawn(40, 30, (x, y) -> x < 10 ? colour : 0x806040);
        assertThat(DrawnLines.removed(picture)).isSameAs(picture);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xff00ff})
    void a_picture_that_is_mostly_so_is_no_drawing(int colour) {
        Picture picture = Pictures.drawn(40, 30, (x, y) -> x < 20 ? colour : 0x806040);
        assertThat(DrawnLines.removed(picture)).isSameAs(picture);
    }
}
