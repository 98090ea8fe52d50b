package io.kakou.models.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kakou.models.Size;
import org.junit.jupiter.api.Test;

class AnchorsTest {
    private static final int STOCK = 1917;
    private static final int CORNERS = 4;

    @Test
    void another_size_has_more_of_them_of_the_same_size_in_pixels() {
        float[] stock = new float[STOCK * CORNERS];
        for (int i = 0; i < STOCK; i++) {
            stock[CORNERS * i + 2] = 0.2f;
            stock[CORNERS * i + 3] = 0.1f;
        }
        float[] laid = Anchors.laidOut(stock, new Size(512, 384));
        // 32×24 cells of 3, then 16×12, 8×6, 4×3, 2×2 and 1×1 of 6.
        assertThat(laid).hasSize(CORNERS * (768 * 3 + (192 + 48 + 12 + 4 + 1) * 6));
        for (int i = 0; i < laid.length; i += CORNERS) {
            assertThat((laid[i + 2] - laid[i]) * 384).isCloseTo(60, within(1e-2f));
            assertThat((laid[i + 3] - laid[i + 1]) * 512).isCloseTo(30, within(1e-2f));
        }
        assertThat((laid[0] + laid[2]) / 2).isCloseTo(1 / 48f, within(1e-5f));
        assertThat((laid[1] + laid[3]) / 2).isCloseTo(1 / 64f, within(1e-5f));
    }
}
