package io.kakou.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureCheckTest {
    @ParameterizedTest(name = "{0} of the picture seen, the rest at {1}: {2}")
    @CsvSource({
        "1.0, 130, CLEAR",
        "0.95, 130, CLEAR",
        "0.8, 130, TORN",
        "0.8, 128, TORN",
        "0.2, 130, TORN",
        "0.8, 16, CLEAR",
        "0.8, 200, CLEAR",
        "0.0, 130, BLANK",
        "0.0, 3, BLANK"
    })
    void a_picture_is_torn_where_its_lower_part_is_the_decoders_grey(double seen, int rest, PictureCheck expected) {
        byte[] luma = new byte[160 * 96];
        for (int i = 0; i < luma.length; i++) {
            int y = i / 160;
            luma[i] = (byte) (y < seen * 96 ? 40 + i % 160 / 2 : rest);
        }

        assertThat(PictureCheck.of(new GreyPicture(160, 96, luma))).isEqualTo(expected);
    }
}
