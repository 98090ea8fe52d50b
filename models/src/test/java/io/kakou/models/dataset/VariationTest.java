package io.kakou.models.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.models.Box;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.coco.Pictures;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class VariationTest {
    private static final Size SIZE = new Size(120, 120);
    private static final List<Box> BOX = List.of(new Box(0.4, 0.3, 0.6, 0.8));

    /** A bright block on black stays where the variation says that its box has gone, whatever the light. */
    @RepeatedTest(20)
    void truth_goes_with_the_picture(RepetitionInfo at) {
        Picture picture = Pictures.drawn(
                200, 100, (x, y) -> Variation.isInside(BOX, new double[] {x / 200.0, y / 100.0}, 0) ? 0xffffff : 0);
        Variation variation = Variation.of(at.getCurrentRepetition(), 2);
        Picture varied = variation.of(picture, SIZE);
        for (int i = 0; i < 120 * 120; i++) {
            int row = i / 120;
            double[] origin = variation.origin((i % 120 + 0.5) / 120, (row + 0.5) / 120);
            int green = varied.rgbAt(i % 120, row) >> 8 & 0xff;
            if (Variation.isInside(BOX, origin, -0.15)) {
                assertThat(green).isGreaterThan(120);
            } else if (inside(origin) && !Variation.isInside(BOX, origin, 0.15)) {
                assertThat(green).isLessThan(70);
            }
        }
    }

    @Test
    void a_seed_gives_the_same_bytes() {
        Picture picture = Pictures.drawn(64, 48, (x, y) -> x * 65_000 + y * 1_234);
        assertThat(Variation.of(7, 1.5).of(picture, SIZE).rgb())
                .isEqualTo(Variation.of(7, 1.5).of(picture, SIZE).rgb());
        assertThat(Variation.of(7, 1.5).of(picture, SIZE).rgb())
                .isNotEqualTo(Variation.of(8, 1.5).of(picture, SIZE).rgb());
    }

    private static boolean inside(double[] place) {
        return place[0] > 0.02 && place[0] < 0.98 && place[1] > 0.02 && place[1] < 0.98;
    }
}
