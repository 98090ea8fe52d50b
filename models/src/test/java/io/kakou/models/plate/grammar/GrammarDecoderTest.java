package io.kakou.models.plate.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrammarDecoderTest {
    /** Steps written as the signs that the recogniser likes, best first, each half as likely as the one before. */
    private static float[][] steps(String... liked) {
        float[][] shares = new float[liked.length][PlateSign.NONE + 1];
        for (int step = 0; step < liked.length; step++) {
            float share = 0.6f;
            for (char sign : liked[step].toCharArray()) {
                shares[step][sign == '_' ? PlateSign.NONE : PlateSign.number(sign)] = share;
                share /= 2;
            }
        }
        return shares;
    }

    private static String best(String... liked) {
        return GrammarDecoder.decode(steps(liked)).get(0).text();
    }

    @Test
    void repeats_are_one_sign_unless_a_gap_stands_between() {
        assertThat(best("浙", "浙", "A", "_", "1", "1", "_", "1", "2", "3", "4")).isEqualTo("浙A11234");
    }

    @Test
    void where_a_letter_must_stand_a_zero_is_the_letter_that_comes_next() {
        assertThat(best("浙", "_", "0D", "_", "1", "2", "3", "4", "5")).isEqualTo("浙D12345");
        assertThat(best("浙", "_", "8B", "_", "1", "2", "3", "4", "5")).isEqualTo("浙B12345");
    }

    @Test
    void where_only_digits_may_stand_a_letter_is_the_digit_that_comes_next() {
        assertThat(best("浙", "A", "D", "1", "2", "B8", "4", "D0")).isEqualTo("浙AD12840");
    }

    @Test
    void last_characters_stand_last_only() {
        assertThat(best("豫", "C", "G", "1", "_", "1", "7", "挂")).isEqualTo("豫CG117挂");
        assertThat(best("挂豫", "C", "G", "1", "_", "1", "7", "3")).isEqualTo("豫CG1173");
    }

    @Test
    void what_says_no_plate_is_none() {
        assertThat(GrammarDecoder.decode(steps("A", "B", "C"))).isEmpty();
        assertThat(GrammarDecoder.decode(steps("_", "_"))).isEmpty();
    }

    @Test
    void shares_of_all_plates_together_are_no_more_than_one() {
        List<GrammarDecoder.Candidate> plates = GrammarDecoder.decode(steps("浙沪", "A4", "1T", "2Z", "3", "4", "5S"));
        assertThat(plates).hasSizeGreaterThan(4);
        assertThat(plates.stream()
                        .mapToDouble(GrammarDecoder.Candidate::probability)
                        .sum())
                .isBetween(0.0, 1.0);
    }
}
