package io.kakou.jobs.room.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kakou.events.Action;
import io.kakou.events.ActionKind;
import io.kakou.events.ClockLimit;
import io.kakou.events.ClockProfile;
import io.kakou.events.ClockStep;
import io.kakou.events.Deadline;
import io.kakou.events.DeadlineState;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Informed;
import io.kakou.events.InformedAs;
import io.kakou.events.Rung;
import io.kakou.events.Transition;
import io.kakou.events.TransitionKind;
import io.kakou.jobs.room.Alerts;
import io.kakou.jobs.room.place.RoutedAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An alert is decided at 3 s after noon; it is to be answered by 63 s, verified 60 s and followed up 120 s later. */
class LadderTest {
    private static final ClockProfile PROFILE = new ClockProfile(
            "ladder",
            List.of(),
            List.of(
                    new ClockLimit(ClockStep.RESPOND, 60),
                    new ClockLimit(ClockStep.VERIFY, 60),
                    new ClockLimit(ClockStep.FOLLOW_UP, 120)),
            List.of(),
            null,
            List.of(
                    new Rung(ClockStep.RESPOND, 0, null),
                    new Rung(ClockStep.RESPOND, 30, null),
                    new Rung(ClockStep.RESPOND, 60, "city-room")));

    private FollowHarness follow;

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void open() throws Exception {
        follow = new FollowHarness(Map.of());
    }

    @AfterEach
    void close() throws Exception {
        follow.close();
    }

    @Test
    void what_is_not_answered_climbs_rung_by_rung_and_each_is_told_once() throws Exception {
        arrive();
        follow.clock(64);
        follow.clock(80);
        follow.clock(94);
        restart(100);
        follow.clock(124);
        follow.clock(1_000);

        assertThat(escalations())
                .containsExactly("RESPOND/0 street-room 63", "RESPOND/1 district-room 93", "RESPOND/2 city-room 123");
        assertThat(follow.last().informed())
                .extracting(Informed::room, Informed::as)
                .containsExactly(
                        tuple("street-room", InformedAs.SUPERIOR),
                        tuple("district-room", InformedAs.SUPERIOR),
                        tuple("city-room", InformedAs.SUPERIOR));
        assertThat(follow.clockTimers()).isZero();
    }

    @Test
    void who_answers_late_ends_the_climb() throws Exception {
        arrive();
        follow.clock(64);
        act("x1", ActionKind.ACCEPT, 70, null);
        assertThat(follow.clockTimers()).isZero();
        follow.clock(1_000);

        assertThat(escalations()).containsExactly("RESPOND/0 street-room 63");
    }

    @Test
    void what_ran_out_while_the_system_was_down_climbs_as_part_of_that_outage() throws Exception {
        arrive();
        restart(100);
        follow.clock(101);

        List<Transition> steps = follow.last().transitions();
        assertThat(steps)
                .extracting(Transition::kind)
                .containsExactly(
                        TransitionKind.OPENED,
                        TransitionKind.OVERDUE,
                        TransitionKind.ESCALATED,
                        TransitionKind.ESCALATED);
        assertThat(steps.subList(1, 4))
                .extracting(Transition::outage)
                .doesNotContainNull()
                .containsOnly(steps.get(1).outage());
    }

    @Test
    void what_is_handled_is_to_be_verified_and_again_when_it_is_handled_again() throws Exception {
        arrive();
        toTheSite();
        act("x4", ActionKind.HANDLE, 100, null);
        follow.clock(161);
        act("x5", ActionKind.DISPATCH, 170, null);
        act("x6", ActionKind.ARRIVE, 180, null);
        act("x7", ActionKind.HANDLE, 200, null);
        follow.clock(261);

        assertThat(follow.last().transitions())
                .filteredOn(step -> step.kind() == TransitionKind.OVERDUE)
                .extracting(step -> step.cause() + " " + step.at())
                .containsExactly("VERIFY " + Alerts.noonPlus(160), "VERIFY " + Alerts.noonPlus(260));
        act("x8", ActionKind.VERIFY, 300, null);
        assertThat(deadline(ClockStep.VERIFY).met()).isEqualTo(Alerts.noonPlus(300));
    }

    @Test
    void what_is_closed_is_to_be_followed_up_and_is_known_for_as_long_as_that_runs() throws Exception {
        arrive();
        follow.arrive(Alerts.released("a1", 0, 50));
        toTheSite();
        act("x4", ActionKind.CLOSE, 100, null);
        follow.clock(221);
        assertThat(follow.last().transitions().get(6).cause()).isEqualTo("FOLLOW_UP");
        act("x5", ActionKind.FOLLOW_UP, 300, null);

        assertThat(deadline(ClockStep.FOLLOW_UP).state()).isEqualTo(DeadlineState.OVERDUE);
        assertThat(deadline(ClockStep.FOLLOW_UP).met()).isEqualTo(Alerts.noonPlus(300));
        follow.loggedTime(100_000);
        assertThat(follow.stateEntries()).isZero();
        assertThat(follow.clockTimers() + follow.eventTimers()).isZero();
    }

    @Test
    void what_is_suspended_comes_back_at_its_day() throws Exception {
        arrive();
        act("x1", ActionKind.ACCEPT, 10, null);
        act("x2", ActionKind.SUSPEND, 20, Alerts.noonPlus(500));
        follow.clock(499);
        assertThat(deadline(ClockStep.RESUME).state()).isEqualTo(DeadlineState.RUNNING);
        follow.clock(501);
        assertThat(deadline(ClockStep.RESUME).state()).isEqualTo(DeadlineState.OVERDUE);
        act("x3", ActionKind.RESUME, 510, null);

        assertThat(deadline(ClockStep.RESUME).met()).isEqualTo(Alerts.noonPlus(510));
        assertThat(follow.last().state()).isEqualTo(IncidentState.ACCEPTED);
    }

    private void arrive() throws Exception {
        follow.arrive(new RoutedAlert(
                Alerts.raised("a1", 0),
                Alerts.noonPlus(3).toEpochMilli(),
                "grid-4",
                "grid-room",
                PROFILE,
                null,
                List.of(),
                List.of("street-room", "district-room"),
                null,
                List.of()));
    }

    private void toTheSite() throws Exception {
        act("x1", ActionKind.ACCEPT, 60, null);
        act("x2", ActionKind.DISPATCH, 61, null);
        act("x3", ActionKind.ARRIVE, 62, null);
    }

    private void act(String id, ActionKind kind, double seconds, @Nullable Instant until) throws Exception {
        Incident incident = follow.told().get(0);
        Action action = WetRoad.action(incident, id, kind, seconds, List.of(), until, null, List.of());
        follow.clock(seconds);
        follow.act(action);
    }

    private void restart(double seconds) throws Exception {
        OperatorSubtaskState state = follow.snapshot();
        List<Incident> told = follow.told();
        follow.close();
        follow = new FollowHarness(Map.of(), seconds, state);
        follow.clock(seconds);
        assertThat(told).isNotEmpty();
    }

    private Deadline deadline(ClockStep step) {
        return follow.last().deadlines().stream()
                .filter(each -> each.step() == step)
                .findFirst()
                .orElseThrow();
    }

    private List<String> escalations() {
        return follow.last().transitions().stream()
                .filter(step -> step.kind() == TransitionKind.ESCALATED)
                .map(step -> step.cause() + " " + step.room() + " "
                        + Duration.between(Alerts.NOON, step.at()).toSeconds())
                .toList();
    }
}
