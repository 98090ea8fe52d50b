package io.kakou.models.ebike;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.models.Box;
import org.junit.jupiter.api.Test;

class HeatMapTest {
    @Test
    void the_box_is_around_what_hangs_together_with_the_peak() {
        float[] scores = {
            0.1f, 0.1f, 0.1f, 0.8f, // hot, and by itself
            0.1f, 0.7f, 0.1f, 0.1f, //
            0.1f, 0.9f, 0.6f, 0.1f, //
            0.1f, 0.1f, 0.1f, 0.1f
        };
        HeatMap map = new HeatMap(4, scores);
        assertThat(map.most()).isEqualTo(0.9f);
        assertThat(map.box()).isEqualTo(new Box(0.25, 0.25, 0.75, 0.75));
    }

    @Test
    void a_box_is_as_hot_as_the_hottest_cell_that_it_touches() {
        HeatMap map = new HeatMap(2, new float[] {0.1f, 0.4f, 0.2f, 0.9f});
        assertThat(map.most(new Box(0, 0, 0.5, 0.5))).isEqualTo(0.1f);
        assertThat(map.most(new Box(0, 0, 0.51, 0.5))).isEqualTo(0.4f);
        assertThat(map.most(new Box(0.2, 0.2, 0.8, 0.8))).isEqualTo(0.9f);
    }

    @Test
    void the_same_everywhere_is_the_whole_picture() {
        assertThat(new HeatMap(1, new float[] {0.5f}).box()).isEqualTo(new Box(0, 0, 1, 1));
    }
}
