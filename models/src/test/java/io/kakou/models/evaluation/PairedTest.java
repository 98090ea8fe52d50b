package io.kakou.models.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedTest {
    /** Chances as R's {@code binom.test(k, n)$p.value} gives them. */
    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({"0, 0, 1", "1, 0, 1", "3, 3, 1", "6, 0, 0.03125", "0, 6, 0.03125", "8, 2, 0.109375", "15, 4, 0.0192108"
    })
    void the_chance_that_neither_is_better(int onlyFirst, int onlySecond, double chance) {
        Paired paired = Paired.NONE.and(true, true).and(false, false);
        for (int i = 0; i < onlyFirst; i++) {
            paired = paired.and(true, false);
        }
        for (int i = 0; i < onlySecond; i++) {
            paired = paired.and(false, true);
        }
        assertThat(paired.chance()).isCloseTo(chance, within(1e-6));
        assertThat(paired.first()).isEqualTo(onlyFirst + 1);
        assertThat(paired.second()).isEqualTo(onlySecond + 1);
        assertThat(paired.all()).isEqualTo(onlyFirst + onlySecond + 2);
    }
}
