package io.kakou.analysis.street;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Sizes as x264 makes them at 25 pictures a second with a keyframe every two. */
class HintsTest {
    private static final int GOP = 50;
    private static final int STILL = 25;
    private static final int MOVING = 900;

    private final Hints hints = new Hints();
    private final SplittableRandom noise = new SplittableRandom(1);

    @Test
    void somebody_who_comes_is_a_hint_once() {
        assertThat(shown(20, STILL)).isZero();
        assertThat(shown(4, MOVING)).isEqualTo(1);
        assertThat(shown(4, STILL)).isZero();
        assertThat(shown(4, MOVING)).isEqualTo(1);
    }

    @Test
    void what_a_coder_mends_behind_a_keyframe_is_none() {
        for (int gop = 0; gop < 20; gop++) {
            hints.keyframe();
            for (int i = 1; i < GOP; i++) {
                assertThat(hints.see(i <= 5 ? 2000 : STILL)).isFalse();
            }
        }
    }

    @Test
    void a_street_where_something_moves_most_of_the_time_is_still_known_when_it_is_quiet() {
        int told = 0;
        for (int i = 0; i < 10; i++) {
            int unused = shown(3, STILL);
            told += shown(5, MOVING);
        }
        assertThat(told).isBetween(9, 10);
    }

    @Test
    void one_whose_hints_come_to_nothing_is_not_listened_to_until_much_later() {
        int unused = shown(20, STILL);
        for (int i = 0; i < 40 && hints.isUseful(); i++) {
            hints.cameToNothing();
        }
        assertThat(hints.isUseful()).isFalse();
        assertThat(shown(4, MOVING)).isZero();
        assertThat(shown(2000, STILL)).isZero();
        assertThat(hints.isUseful()).isTrue();
        assertThat(shown(4, MOVING)).isEqualTo(1);
    }

    /** So many GOPs; gives the hints. */
    private int shown(int gops, int bytes) {
        int told = 0;
        for (int gop = 0; gop < gops; gop++) {
            hints.keyframe();
            for (int i = 1; i < GOP; i++) {
                told += hints.see((int) (bytes * (0.8 + 0.4 * noise.nextDouble()))) ? 1 : 0;
            }
        }
        return told;
    }
}
