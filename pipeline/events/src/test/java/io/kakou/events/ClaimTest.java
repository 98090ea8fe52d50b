package io.kakou.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTest {
    /** A generation itself needs 33 bits: no controller's two registers would hold it. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "65536, 65537", "4294967293, 4294967294"})
    void a_controller_of_32_bits_is_told_of_claims_in_their_order(long offset, long fence) {
        assertThat(Claim.fence(Claim.generation(offset))).isEqualTo(fence).isLessThan(1L << 32);
    }

    @ParameterizedTest
    @CsvSource({"0", "17"})
    void who_counted_otherwise_comes_before_all_claims(long generation) {
        assertThat(Claim.fence(generation)).isZero();
    }
}
