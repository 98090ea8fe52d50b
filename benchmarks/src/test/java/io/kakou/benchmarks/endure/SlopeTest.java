package io.kakou.benchmarks.endure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SlopeTest {
    @Test
    void what_grows_by_two_a_minute_grows_by_120_an_hour_without_doubt() {
        Slope slope = Slope.of(new double[] {0, 1, 2, 5}, new double[] {7, 9, 11, 17});

        assertThat(slope.perHour()).isEqualTo(120, within(1e-9));
        assertThat(slope.margin()).isEqualTo(0, within(1e-6));
    }

    /** By hand: xx = 10, xy = 3, yy = 5.2, of which the line leaves 5.2 − 0.9 over. */
    @Test
    void what_goes_up_and_down_has_a_margin() {
        Slope slope = Slope.of(new double[] {0, 1, 2, 3, 4}, new double[] {1, 2, 0, 3, 2});

        assertThat(slope.perHour()).isEqualTo(60 * 0.3, within(1e-9));
        assertThat(slope.margin()).isEqualTo(60 * 1.96 * Math.sqrt((5.2 - 0.9) / 3 / 10), within(1e-9));
    }

    @Test
    void of_two_values_nothing_is_known() {
        assertThat(Slope.of(new double[] {0, 1}, new double[] {0, 100})).isEqualTo(new Slope(0, 0));
    }
}
