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
    void the_same_everywhere_is_the_whole_picture() {
        assertThat(new HeatMap(1, new float[] {0.5f}).box()).isEqualTo(new Box(0, 0, 1, 1));
    }
}
