package io.kakou.models.int8;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void numbers_spread_evenly_keep_their_limits() {
        float[] numbers = new float[10_000];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = -2 + 8f * i / (numbers.length - 1);
        }
        Range range = range(numbers);
        assertThat(range.least()).isCloseTo(-2, within(0.1f));
        assertThat(range.most()).isCloseTo(6, within(0.2f));
    }

    @Test
    void one_that_lies_far_out_is_cut_off() {
        float[] numbers = new float[1_000_000];
        Random random = new Random(1);
        for (int i = 1; i < numbers.length; i++) {
            numbers[i] = random.nextFloat();
        }
        numbers[0] = 3;
        assertThat(range(numbers).most()).isLessThan(2.9f);
    }

    @Test
    void every_byte_of_a_range_lies_among_its_256() {
        Random random = new Random(2);
        for (int i = 0; i < 1000; i++) {
            Range range = new Range(-random.nextFloat() * 20, random.nextFloat() * 20 + 1e-6f);
            assertThat(range.zero()).isBetween(0, Range.STEPS);
        }
    }

    @Test
    void a_range_without_zero_and_a_value_without_range_are_named() {
        assertThatThrownBy(() -> new Range(1, 2)).hasMessage("range 1.0 to 2.0; allowed: numbers with zero among them");
        assertThatThrownBy(() -> new Ranges("m", 1, "s", Map.of()).of("x"))
                .hasMessage("the ranges of m have none for x");
    }

    @Test
    void ranges_come_back_from_their_json() throws Exception {
        Ranges ranges = new Ranges("m", 3, "a, b", Map.of("x", new Range(-1.5f, 2), "y", new Range(0, 6)));
        assertThat(Ranges.read(ranges.toJson().getBytes(UTF_8))).isEqualTo(ranges);
    }

    private static Range range(float... numbers) {
        Calibration calibration = new Calibration();
        calibration.limit(FloatBuffer.wrap(numbers));
        calibration.count(FloatBuffer.wrap(numbers));
        return calibration.best();
    }
}
