package io.kakou.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockProfileTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void one_three_five_gives_a_minute_three_and_five() {
        assertThat(ClockProfile.DEFAULT.deadlines(START))
                .containsExactly(
                        Deadline.running(ClockStep.RESPOND, START.plusSeconds(60)),
                        Deadline.running(ClockStep.ARRIVE, START.plusSeconds(180)),
                        Deadline.running(ClockStep.REINFORCE, START.plusSeconds(300)));
    }

    @Test
    void a_step_of_a_newer_release_is_left_out_of_the_clock() {
        ClockProfile newer = new ClockProfile("newer", List.of(), List.of(new ClockLimit(ClockStep.UNKNOWN, 7)));

        assertThat(newer.deadlines(START)).isEmpty();
    }

    @Test
    void two_limits_of_one_step_are_refused() {
        ClockLimit limit = new ClockLimit(ClockStep.RESPOND, 60);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClockProfile("twice", List.of(), List.of(limit, limit)))
                .withMessageStartingWith("clock profile twice has the limits ")
                .withMessageEndingWith("; allowed: one a step, 8 at most");
    }

    @Test
    void a_limit_is_a_second_to_a_week() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClockLimit(ClockStep.RESPOND, 0))
                .withMessage("seconds of step RESPOND is 0.0; allowed: 1.0 to 2678400.0");
    }

    @Test
    void working_hours_are_counted_by_the_calendar_and_all_hours_where_it_is_not_known() {
        WorkCalendar calendar = new WorkCalendar("office", "Asia/Shanghai", List.of(), List.of(), List.of());
        ClockProfile profile = new ClockProfile(
                "inspection",
                List.of(EventKind.MUCK_TRUCK),
                List.of(new ClockLimit(ClockStep.CLOSE, 3_600, Counting.WORKING_HOURS)),
                List.of(),
                "office",
                List.of());
        Instant sundayNight = START;

        assertThat(profile.deadlines(sundayNight, calendar).get(0).at())
                .isEqualTo(Instant.parse("2026-03-02T02:00:00Z"));
        assertThat(profile.deadlines(sundayNight, null).get(0).at()).isEqualTo(sundayNight.plusSeconds(3_600));
    }

    @Test
    void working_hours_without_a_calendar_are_refused() {
        ClockLimit limit = new ClockLimit(ClockStep.CLOSE, 60, Counting.WORKING_HOURS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClockProfile("office", List.of(), List.of(limit)))
                .withMessage("clock profile office counts working hours without a calendar; allowed: the id of one");
    }

    @Test
    void a_step_that_follows_another_has_no_deadline_at_first() {
        ClockProfile profile =
                new ClockProfile("30515", List.of(), List.of(new ClockLimit(ClockStep.FOLLOW_UP, 86_400)));

        assertThat(profile.deadlines(START)).isEmpty();
    }
}
