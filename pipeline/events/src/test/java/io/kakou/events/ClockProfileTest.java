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
                .withMessage("seconds of step RESPOND is 0.0; allowed: 1.0 to 604800.0");
    }
}
