package io.kakou.jobs.room.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Action;
import io.kakou.events.ActionKind;
import io.kakou.events.Deadline;
import io.kakou.events.DeadlineState;
import io.kakou.events.TransitionKind;
import io.kakou.jobs.room.Alerts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The host's clock is set five minutes on or back while steps run to 63, 183 and 303 s: no room is blamed for that. */
class ClockStepTest {
    private static final String INCIDENT = "lift-7~EBIKE_IN_LIFT~1772366400000~a1";
    private static final double FIVE_MINUTES = 300;

    private FollowHarness follow;

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void open() throws Exception {
        follow = new FollowHarness(Map.of());
        follow.arrive(Alerts.raised("a1", 0));
        follow.clock(10);
    }

    @AfterEach
    void close() throws Exception {
        follow.close();
    }

    @Test
    void steps_that_a_leap_skips_are_not_the_rooms_breach() throws Exception {
        follow.clock(10 + FIVE_MINUTES);

        assertThat(states()).doesNotContain(DeadlineState.OVERDUE).contains(DeadlineState.OVERDUE_WHILE_DOWN);
        assertThat(follow.last().transitions())
                .filteredOn(step -> step.kind() == TransitionKind.OVERDUE)
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.outage()).isNotNull());
    }

    @Test
    void an_action_recorded_in_time_withdraws_what_a_leap_told() throws Exception {
        follow.clock(10 + FIVE_MINUTES);
        accept(20);

        assertThat(states()).first().isEqualTo(DeadlineState.KEPT);
        assertThat(follow.last().transitions())
                .extracting(step -> step.kind())
                .contains(TransitionKind.OVERDUE_WITHDRAWN);
    }

    @Test
    void a_clock_set_back_tells_nothing_early_and_counts_by_recorded_times() throws Exception {
        follow.clock(10 - FIVE_MINUTES);
        follow.clock(62);
        assertThat(follow.told()).hasSize(1);

        accept(20);
        follow.clock(64);

        assertThat(states()).first().isEqualTo(DeadlineState.KEPT);
        assertThat(follow.last().transitions())
                .extracting(step -> step.kind())
                .containsExactly(TransitionKind.OPENED, TransitionKind.ACTED);
    }

    private void accept(double seconds) throws Exception {
        follow.act(new Action(
                "x1", INCIDENT, ActionKind.ACCEPT, "operator-3", Alerts.noonPlus(seconds), 1, null, null, null, null));
    }

    private List<DeadlineState> states() {
        return follow.last().deadlines().stream().map(Deadline::state).toList();
    }
}
