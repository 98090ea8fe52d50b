package io.kakou.console.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** Samples are written {@code hours:bytes}. */
    @ParameterizedTest
    @CsvSource({
        "'',                 unknown",
        "'0:500',            unknown",
        "'0:500 0.9:900',    unknown",
        "'0:0 1:100',        2400",
        "'0:100 6:90 12:600', 1000",
        "'0:900 24:100',     0"
    })
    void growth_is_told_after_an_hour_from_the_oldest_sample_to_the_newest(String samples, String bytesADay) {
        OptionalDouble growth = Growth.bytesADay(samples(samples));
        if (bytesADay.equals("unknown")) {
            assertThat(growth).isEmpty();
        } else {
            assertThat(growth).hasValue(Double.parseDouble(bytesADay));
        }
    }

    @Test
    void days_are_left_only_while_something_grows() {
        assertThat(Growth.daysLeft(5_000, OptionalDouble.of(1_000))).hasValue(5);
        assertThat(Growth.daysLeft(5_000, OptionalDouble.of(0))).isEmpty();
        assertThat(Growth.daysLeft(5_000, OptionalDouble.empty())).isEmpty();
    }

    private static List<Sample> samples(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(each -> !each.isEmpty())
                .map(each -> each.split(":", 2))
                .map(each -> new Sample(
                        NOON.plusMillis(Math.round(3_600_000 * Double.parseDouble(each[0]))), Long.parseLong(each[1])))
                .toList();
    }
}
