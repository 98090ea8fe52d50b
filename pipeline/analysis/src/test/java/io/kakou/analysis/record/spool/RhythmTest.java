package io.kakou.analysis.record.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RhythmTest {
    private final Rhythm rhythm = new Rhythm();
    private double now;
    private double missing;

    @Test
    void a_steady_camera_lacks_nothing() {
        show(100, 0.04);

        assertThat(missing).isZero();
        assertThat(rhythm.longest()).isCloseTo(0.12, within(1e-9));
    }

    @Test
    void of_a_break_all_but_one_step_is_missing() {
        show(50, 0.04);
        show(1, 1.04);
        show(50, 0.04);
        show(1, 2.04);

        assertThat(missing).isCloseTo(1 + 2, within(1e-9));
    }

    @Test
    void two_breaks_one_behind_the_other_are_both_missing() {
        show(50, 0.04);
        show(2, 1.04);

        assertThat(missing).isCloseTo(2, within(1e-9));
    }

    @Test
    void steps_that_take_turns_are_no_breaks() {
        for (int i = 0; i < 50; i++) {
            show(1, 0.033);
            show(1, 0.067);
        }
        assertThat(missing).isZero();
    }

    @Test
    void a_camera_that_shows_less_from_now_on_is_soon_taken_at_its_word() {
        show(50, 0.04);
        show(100, 0.2);

        assertThat(missing).isCloseTo(8 * 0.16, within(1e-9));
        assertThat(rhythm.longest()).isCloseTo(0.6, within(1e-9));
    }

    @Test
    void a_camera_that_shows_more_from_now_on_is_heard_of_within_a_round() {
        show(50, 0.2);
        show(30, 0.04);
        show(1, 0.24);

        assertThat(missing).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void b_pictures_are_no_steps() {
        for (int i = 0; i < 30; i++) {
            show(1, 0.12);
            assertThat(rhythm.missing(now - 0.08)).isZero();
            assertThat(rhythm.missing(now - 0.04)).isZero();
        }
        assertThat(missing).isZero();
    }

    @Test
    void before_a_rhythm_is_known_nothing_is_missing() {
        show(3, 1.5);
        show(5, 0.04);

        assertThat(missing).isZero();
    }

    private void show(int pictures, double step) {
        for (int i = 0; i < pictures; i++) {
            now += step;
            missing += rhythm.missing(now);
        }
    }
}
