package io.kakou.models.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.models.Picture;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** A picture of 4×4 whose red counts columns by tens, whose green counts rows by tens, and whose blue is 7. */
class SquareTest {
    private final Picture picture = Picture.allocate(4, 4);

    SquareTest() {
        for (int i = 0; i < 16; i++) {
            picture.rgb()
                    .put(3 * i, (byte) (i % 4 * 10))
                    .put(3 * i + 1, (byte) (i / 4 * 10))
                    .put(3 * i + 2, (byte) 7);
        }
    }

    @Test
    void the_whole_picture_comes_out_as_it_is() {
        assertThat(cut(new Square(2, 2, 4, 0), 4, Square.Order.RGB))
                .startsWith(0, 0, 7, 10, 0, 7)
                .endsWith(30, 30, 7);
    }

    @Test
    void channels_may_come_the_other_way_round() {
        assertThat(cut(new Square(2, 2, 4, 0), 4, Square.Order.BGR)).startsWith(7, 0, 0, 7, 0, 10);
    }

    @Test
    void made_smaller_each_pixel_is_the_mean_of_what_it_covers() {
        assertThat(cut(new Square(2, 2, 4, 0), 2, Square.Order.RGB))
                .containsExactly(5, 5, 7, 25, 5, 7, 5, 25, 7, 25, 25, 7);
    }

    @Test
    void a_quarter_turn_takes_rows_for_columns() {
        assertThat(cut(new Square(2, 2, 4, Math.PI / 2), 4, Square.Order.RGB)).startsWith(30, 0, 7, 30, 10, 7);
    }

    @Test
    void beyond_the_edge_the_edge_goes_on() {
        assertThat(cut(new Square(0, 0, 2, 0), 2, Square.Order.RGB))
                .containsExactly(0, 0, 7, 0, 0, 7, 0, 0, 7, 0, 0, 7);
    }

    private int[] cut(Square square, int pixels, Square.Order order) {
        ByteBuffer bytes = square.cut(picture, pixels, order);
        int[] numbers = new int[bytes.limit()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = bytes.get(i);
        }
        return numbers;
    }
}
