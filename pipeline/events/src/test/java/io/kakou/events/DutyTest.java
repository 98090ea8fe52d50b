package io.kakou.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutyTest {
    private static final WorkCalendar CALENDAR =
            new WorkCalendar("office", "Asia/Shanghai", List.of(), List.of("2026-10-01"), List.of());

    /** Days on working days, a night that ends the next morning, and a whole day on days off. */
    private static final Duty ROTA = new Duty(
            "pengbu-room",
            "Asia/Shanghai",
            "office",
            List.of(
                    shift(Shift.Days.WORKED, "08:00", "18:00", "day"),
                    shift(Shift.Days.WORKED, "22:00", "06:00", "night"),
                    shift(Shift.Days.OFF, "00:00", "00:00", "off")));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            # a Wednesday, then the holiday; local time is 8 h ahead
            2026-09-30T00:00:00Z, day
            2026-09-30T09:59:59Z, day
            2026-09-30T10:00:00Z, -
            2026-09-30T14:00:00Z, night
            2026-09-30T15:59:59Z, night
            2026-09-30T16:00:00Z, night
            2026-09-30T22:00:00Z, off
            2026-10-01T15:59:59Z, off
            2026-10-01T16:00:00Z, -
            2026-10-02T00:00:00Z, day
            """)
    void the_shift_of_a_moment(Instant time, String who) {
        assertThat(ROTA.at(time, CALENDAR).map(shift -> shift.people().get(0)).orElse(null))
                .isEqualTo(who);
    }

    private static Shift shift(Shift.Days days, String from, String to, String who) {
        return new Shift(days, from, to, null, List.of(who));
    }
}
