package io.kakou.models.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {
    /** Table of exact Poisson limits: Garwood, Biometrika 28 (1936). */
    @ParameterizedTest
    @CsvSource({"0, 0, 3.689", "1, 0.0253, 5.572", "5, 1.623, 11.668", "30, 20.241, 42.827", "100, 81.364, 121.627"})
    void bounds_are_those_of_the_table(int k, double low, double high) {
        Rate rate = Rate.of(k, 1);
        assertThat(rate.low()).isCloseTo(low, within(0.001));
        assertThat(rate.high()).isCloseTo(high, within(0.001));
    }

    @Test
    void hours_divide_the_bounds() {
        assertThat(Rate.of(0, 0.5).high()).isCloseTo(2 * 3.689, within(0.001));
        assertThat(Rate.of(3, 0.5).value()).isEqualTo(6);
    }

    @Test
    void no_hours_give_no_rate() {
        assertThatThrownBy(() -> Rate.of(0, 0))
                .hasMessageContaining("0.0 hours")
                .hasMessageContaining("allowed");
    }
}
