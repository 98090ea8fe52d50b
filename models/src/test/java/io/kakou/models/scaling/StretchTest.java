package io.kakou.models.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.coco.Pictures;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StretchTest {
    @ParameterizedTest(name = "{0}x{1} to {2}x{3}")
    @CsvSource({
        "1,1,300,300",
        "300,300,300,300",
        "640,360,300,300",
        "7680,4320,300,300",
        "299,301,300,300",
        "20000,1,300,300",
        "3,5,7,2"
    })
    void one_colour_stays_that_colour(int width, int height, int toWidth, int toHeight) {
        Picture picture = Pictures.drawn(width, height, (x, y) -> 0xff01c8);
        assertThat(stretched(picture, toWidth, toHeight)).matches(out -> every(out, 0xff01c8), "every pixel is ff01c8");
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"300,300", "640,300", "100,300", "299,300", "100000,300", "1,300", "7,3"})
    void weights_of_each_pixel_add_up_to_one(int from, int to) {
        Axis axis = Axis.between(from, to);
        for (int i = 0; i < to; i++) {
            assertThat(Arrays.stream(axis.weights(i)).sum()).isEqualTo(Axis.ONE);
            assertThat(axis.first(i)).isBetween(0, from - axis.weights(i).length);
        }
    }

    @Test
    void the_same_size_keeps_every_byte() {
        Picture picture = Pictures.drawn(30, 20, (x, y) -> x * 65_000 + y * 1_234);
        assertThat(stretched(picture, 30, 20).rgb()).isEqualTo(picture.rgb());
    }

    @Test
    void shrinking_takes_the_mean_of_what_is_covered() {
        Picture picture = Pictures.drawn(4, 2, (x, y) -> x < 2 ? 10 * (x + 2 * y) : 200);
        Picture small = stretched(picture, 2, 1);
        assertThat(small.rgbAt(0, 0)).isEqualTo(15);
        assertThat(small.rgbAt(1, 0)).isEqualTo(200);
    }

    @Test
    void growing_blends_between_middles_and_holds_the_edges() {
        Picture picture = Pictures.drawn(2, 1, (x, y) -> 100 * x);
        Picture wide = stretched(picture, 4, 1);
        assertThat(new int[] {wide.rgbAt(0, 0), wide.rgbAt(1, 0), wide.rgbAt(2, 0), wide.rgbAt(3, 0)})
                .containsExactly(0, 25, 75, 100);
    }

    private static Picture stretched(Picture picture, int width, int height) {
        Picture out = Picture.allocate(width, height);
        Stretch.into(out.rgb(), picture, new Size(width, height));
        return out;
    }

    private static boolean every(Picture picture, int rgb) {
        for (int i = 0; i < picture.width() * picture.height(); i++) {
            if (picture.rgbAt(i % picture.width(), i / picture.width()) != rgb) {
                return false;
            }
        }
        return true;
    }
}
