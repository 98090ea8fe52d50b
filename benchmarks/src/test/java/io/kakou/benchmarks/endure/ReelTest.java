package io.kakou.benchmarks.endure;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.benchmarks.endure.Reel.Finding;
import io.kakou.benchmarks.endure.Reel.Shot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A film of ten pictures, numbered from 0, of which 4 and 5 are the same. */
class ReelTest {
    private static final long SAME = 4;
    private static final long NONE_OF_IT = 99;

    private final Reel reel = new Reel(LongStream.range(0, 10)
            .mapToObj(number -> number == 5 ? SAME : number)
            .toList());
    private final List<Shot> shots = new ArrayList<>();

    @Test
    void of_a_film_that_came_round_whole_nothing_is_missing() {
        show(0, 35);

        assertThat(reel.find(shots)).isEqualTo(new Finding(35, 0, 0));
    }

    @Test
    void what_was_left_out_is_missing_also_where_it_was_longer_than_the_film() {
        show(0, 13);
        show(16, 22);
        show(59, 70);

        assertThat(reel.find(shots)).isEqualTo(new Finding(13 + 6 + 11, 3 + 37, 0));
    }

    @Test
    void where_two_pictures_are_the_same_none_is_taken_for_the_other() {
        show(0, 5);
        show(6, 9);

        assertThat(reel.find(shots)).isEqualTo(new Finding(8, 1, 0));
    }

    @Test
    void a_spoiled_picture_is_none_of_the_film_and_stands_for_one_that_is() {
        show(0, 3);
        shots.add(new Shot(NONE_OF_IT, 3 / EndureFilms.PICTURES_A_SECOND));
        show(4, 10);

        assertThat(reel.find(shots)).isEqualTo(new Finding(10, 0, 1));
    }

    @Test
    void times_that_are_off_by_less_than_half_the_film_change_nothing() {
        show(0, 12);
        shots.add(new Shot(4, 17 / EndureFilms.PICTURES_A_SECOND));
        shots.add(new Shot(6, 18 / EndureFilms.PICTURES_A_SECOND));

        assertThat(reel.find(shots)).isEqualTo(new Finding(14, 3, 0));
    }

    @Test
    void a_picture_is_known_by_its_slices_alone() {
        byte[] bare = {0, 0, 0, 1, 0x65, 1, 2, 3};
        byte[] withSets = {0, 0, 0, 1, 0x67, 9, 9, 0, 0, 0, 1, 0x68, 9, 0, 0, 1, 0x65, 1, 2, 3};
        byte[] other = {0, 0, 0, 1, 0x65, 1, 2, 4};

        assertThat(Reel.print(withSets)).isEqualTo(Reel.print(bare));
        assertThat(Reel.print(other)).isNotEqualTo(Reel.print(bare));
    }

    private void show(int from, int to) {
        for (int i = from; i < to; i++) {
            long print = i % 10 == 5 ? SAME : i % 10;
            shots.add(new Shot(print, i / EndureFilms.PICTURES_A_SECOND));
        }
    }
}
