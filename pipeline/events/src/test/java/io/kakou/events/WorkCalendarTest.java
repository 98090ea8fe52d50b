package io.kakou.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {
    /** National Day of 2026 as the State Council announced it is not needed here: days off, and a Saturday worked instead. */
    private static final WorkCalendar OFFICE = new WorkCalendar(
            "office",
            "Asia/Shanghai",
            List.of(hours("13:30", "17:30"), hours("08:30", "12:00")),
            days(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 8)),
            List.of("2026-10-10"));

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            # start,                  hours, end; local time is 8 h ahead
            2026-09-30T01:00:00Z,      2,     2026-09-30T03:00:00Z
            2026-09-30T03:00:00Z,      2,     2026-09-30T06:30:00Z
            2026-09-30T09:00:00Z,      1,     2026-10-08T01:00:00Z
            2026-10-04T04:00:00Z,      7.5,   2026-10-08T09:30:00Z
            2026-10-09T09:30:00Z,      1,     2026-10-10T01:30:00Z
            2026-10-10T09:30:00Z,      1,     2026-10-12T01:30:00Z
            2026-10-10T20:00:00Z,      0.5,   2026-10-12T01:00:00Z
            """)
    void time_passes_on_working_hours_alone(Instant start, double hours, Instant end) {
        assertThat(OFFICE.after(start, Duration.ofMinutes(Math.round(hours * 60))))
                .isEqualTo(end);
    }

    @Test
    void a_calendar_that_never_works_says_so() {
        List<String> always = days(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31));
        WorkCalendar idle = new WorkCalendar("idle", "Asia/Shanghai", List.of(), always, List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> idle.after(Instant.parse("2026-01-05T00:00:00Z"), Duration.ofHours(1)))
                .withMessageStartingWith("calendar idle has not 1 h of work in the 400 days from 2026-01-05");
    }

    @Test
    void what_contradicts_itself_is_refused() {
        String day = "2026-10-01";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkCalendar("c", "Asia/Shanghai", List.of(), List.of(day), List.of(day)))
                .withMessage("calendar c has 2026-10-01 as a holiday and as a working day; allowed: one of them");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkCalendar("c", "Mars/Base", List.of(), List.of(), List.of()))
                .withMessageStartingWith("calendar c has the zone Mars/Base; allowed: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkCalendar(
                        "c",
                        "Asia/Shanghai",
                        List.of(hours("08:00", "12:00"), hours("11:00", "17:00")),
                        List.of(),
                        List.of()))
                .withMessageEndingWith("allowed: hours that do not overlap");
    }

    @Test
    void what_is_no_day_and_no_time_is_refused_with_what_would_be() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkCalendar("c", "Asia/Shanghai", List.of(), List.of("1 Oct"), List.of()))
                .withMessage("a holiday of calendar c is 1 Oct; allowed: a day, as in 2026-10-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hours("8:30", "12:00"))
                .withMessage("from of working hours is 8:30; allowed: a time of day, as in 08:30");
    }

    private static List<String> days(LocalDate from, LocalDate to) {
        return from.datesUntil(to).map(LocalDate::toString).toList();
    }

    private static WorkHours hours(String from, String to) {
        return new WorkHours(from, to);
    }
}
