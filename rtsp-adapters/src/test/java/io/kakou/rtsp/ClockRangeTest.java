package io.kakou.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockRangeTest {
    @ParameterizedTest
    @CsvSource({
        "clock=20260501T040000Z-20260501T040100Z,        2026-05-01T04:00:00Z,      2026-05-01T04:01:00Z",
        "clock=20260501T040000.250Z-20260501T040100.5Z,  2026-05-01T04:00:00.250Z,  2026-05-01T04:01:00.500Z",
        "clock = 20260501T040000Z-,                      2026-05-01T04:00:00Z, ",
        "clock=20260501T040000Z-20260501T040100Z;time=20260501T050000Z, 2026-05-01T04:00:00Z, 2026-05-01T04:01:00Z",
        "npt=0.000-,                                     , ",
        "clock=20260501T040100Z-20260501T040000Z,        , ",
        "clock=20261301T040100Z-,                        , ",
        "smpte=10:12:33:20-,                             , ",
    })
    void a_header_is_read(String header, @Nullable Instant from, @Nullable Instant to) {
        assertThat(ClockRange.of(header)).isEqualTo(from == null ? null : new ClockRange(from, to));
    }

    @Test
    void it_is_written_to_the_millisecond_and_read_again() {
        ClockRange range =
                new ClockRange(Instant.parse("2026-05-01T04:00:00.125Z"), Instant.parse("2026-05-01T04:01:00Z"));
        assertThat(range.header()).isEqualTo("clock=20260501T040000.125Z-20260501T040100.000Z");
        assertThat(ClockRange.of(range.header())).isEqualTo(range);
        assertThat(ClockRange.of(null)).isNull();
    }

    @Test
    void it_ends_behind_its_begin() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClockRange(Instant.EPOCH, Instant.EPOCH))
                .withMessageContaining("allowed: later than its begin");
    }
}
