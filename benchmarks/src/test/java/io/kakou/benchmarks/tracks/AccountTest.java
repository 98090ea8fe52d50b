package io.kakou.benchmarks.tracks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kakou.models.Box;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sequences small enough to be counted by hand. Two people, left and right, and tracks by number. */
class AccountTest {
    private static final Place LEFT = at(1, 0.2);
    private static final Place RIGHT = at(2, 0.7);

    private final Account account = new Account();
    private double seconds;

    @Test
    void who_is_followed_without_a_fault_scores_one() {
        for (int i = 0; i < 4; i++) {
            look(List.of(LEFT, RIGHT), at(10, 0.2), at(20, 0.7));
        }
        assertThat(score().mota()).isEqualTo(1);
        assertThat(score().idf1()).isEqualTo(1);
        assertThat(score().motp()).isEqualTo(1);
    }

    @Test
    void one_missed_and_one_false_box_in_eight_are_two_errors() {
        look(List.of(LEFT, RIGHT), at(10, 0.2), at(20, 0.7));
        look(List.of(LEFT, RIGHT), at(10, 0.2));
        look(List.of(LEFT, RIGHT), at(10, 0.2), at(20, 0.7), at(30, 0.45));
        look(List.of(LEFT, RIGHT), at(10, 0.2), at(20, 0.7));

        assertThat(score().missed()).isEqualTo(1);
        assertThat(score().falsely()).isEqualTo(1);
        assertThat(score().mota()).isEqualTo(1 - 2.0 / 8, within(1e-9));
        assertThat(score().fragmentations()).isEqualTo(1);
        assertThat(score().switches()).isZero();
        // 7 of 8 boxes rightly named, 8 said: 2 · 7 / (8 + 8).
        assertThat(score().idf1()).isEqualTo(14.0 / 16, within(1e-9));
    }

    @Test
    void two_tracks_that_change_places_are_two_switches_and_half_of_the_names() {
        look(List.of(LEFT, RIGHT), at(10, 0.2), at(20, 0.7));
        look(List.of(LEFT, RIGHT), at(10, 0.2), at(20, 0.7));
        look(List.of(LEFT, RIGHT), at(20, 0.2), at(10, 0.7));
        look(List.of(LEFT, RIGHT), at(20, 0.2), at(10, 0.7));

        assertThat(score().switches()).isEqualTo(2);
        assertThat(score().mota()).isEqualTo(1 - 2.0 / 8, within(1e-9));
        assertThat(score().idf1()).isEqualTo(0.5, within(1e-9));
    }

    @Test
    void another_track_after_a_gap_is_a_switch_too() {
        look(List.of(LEFT), at(10, 0.2));
        look(List.of(LEFT));
        look(List.of(LEFT), at(11, 0.2));

        assertThat(score().switches()).isEqualTo(1);
        assertThat(score().fragmentations()).isEqualTo(1);
    }

    @Test
    void a_pair_is_kept_while_it_holds_though_another_box_fits_better() {
        look(List.of(LEFT), at(10, 0.2));
        look(List.of(LEFT), at(10, 0.22), at(11, 0.2));

        assertThat(score().switches()).isZero();
        assertThat(score().falsely()).isEqualTo(1);
    }

    @Test
    void a_box_that_shares_less_than_half_is_both_missed_and_false() {
        look(List.of(LEFT), at(10, 0.26));

        assertThat(score().missed()).isEqualTo(1);
        assertThat(score().falsely()).isEqualTo(1);
        assertThat(score().mota()).isEqualTo(-1, within(1e-9));
    }

    @Test
    void an_interval_needs_some_blocks_of_time() {
        for (int i = 0; i < 40; i++) {
            look(List.of(LEFT), i % 4 == 0 ? new Place[0] : new Place[] {at(10, 0.2)});
        }
        assertThat(Score.of(List.of(account), 100).motaLow()).isNaN();
        Score score = Score.of(List.of(account), 4);
        assertThat(score.motaLow()).isBetween(0.5, score.mota());
        assertThat(score.motaHigh()).isBetween(score.mota(), 1.0);
    }

    private void look(List<Place> there, Place... said) {
        account.add(seconds++, there, new ArrayList<>(List.of(said)));
    }

    private Score score() {
        return Score.of(List.of(account), 100);
    }

    private static Place at(long id, double left) {
        return new Place(id, new Box(left, 0.3, left + 0.1, 0.6));
    }
}
