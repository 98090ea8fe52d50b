package io.kakou.models.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {
    /** From R's {@code binom.test}; of none in n and all of n also 1 − (α/2)^(1/n). */
    @ParameterizedTest(name = "{0} of {1}: {2} to {3}")
    @CsvSource({
        "0,10,0,0.3084971",
        "10,10,0.6915029,1",
        "1,10,0.002528579,0.4450161",
        "5,10,0.1870860,0.8129140",
        "0,3000,0,0.001228871",
        "0,0,0,1"
    })
    void the_interval_is_that_of_clopper_and_pearson(int k, int n, double low, double high) {
        Share share = Share.of(k, n);
        assertThat(share.low()).isCloseTo(low, within(1e-6));
        assertThat(share.high()).isCloseTo(high, within(1e-6));
    }

    @Test
    void none_in_three_hundred_excludes_no_more_than_one_per_cent() {
        assertThat(Share.ruleOfThree(300)).isEqualTo(0.01);
        assertThat(Share.ruleOfThree(0)).isEqualTo(1);
    }

    @Test
    void more_than_all_is_refused() {
        assertThatThrownBy(() -> Share.of(4, 3)).hasMessage("share of 4 in 3; allowed: 0 ≤ k ≤ n");
    }
}
