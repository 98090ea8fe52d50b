package io.kakou.models.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final List<Scored> SIX = List.of(
            new Scored("a", "lift-1", true, 0.9),
            new Scored("b", "lift-1", true, 0.8),
            new Scored("c", "hall", false, 0.7),
            new Scored("d", "lift-2", true, 0.6),
            new Scored("e", "hall", false, 0.2),
            new Scored("f", "hall", false, 0.1));

    @Test
    void counts_are_of_what_scores_as_much_as_the_threshold() {
        Figures figures = Figures.at(0.7, SIX);
        assertThat(figures.recall().k()).isEqualTo(2);
        assertThat(figures.recall().n()).isEqualTo(3);
        assertThat(figures.precision().n()).isEqualTo(3);
        assertThat(figures.falseFires().k()).isEqualTo(1);
        assertThat(figures.f1()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(figures.f1Low()).isLessThanOrEqualTo(figures.f1());
        assertThat(figures.f1High()).isGreaterThanOrEqualTo(figures.f1());
    }

    @Test
    void average_precision_is_the_mean_over_those_with_the_event() {
        assertThat(Figures.averagePrecision(SIX)).isCloseTo((1 + 1 + 3 / 4.0) / 3, within(1e-9));
    }

    @Test
    void ties_flatter_nobody() {
        List<Scored> tied = List.of(new Scored("a", "g", true, 0.5), new Scored("b", "g", false, 0.5));
        assertThat(Figures.averagePrecision(tied)).isEqualTo(0.5);
    }

    @Test
    void the_curve_falls_through_every_score_and_is_thinned() {
        assertThat(Figures.curve(SIX, 10))
                .extracting(Figures.Point::threshold)
                .containsExactly(0.9, 0.8, 0.7, 0.6, 0.2, 0.1);
        assertThat(Figures.curve(SIX, 3)).extracting(Figures.Point::threshold).containsExactly(0.9, 0.7, 0.2);
    }

    @Test
    void nothing_gives_nothing() {
        Figures none = Figures.at(0.5, List.of());
        assertThat(none.f1()).isZero();
        assertThat(none.recall().high()).isEqualTo(1);
    }
}
