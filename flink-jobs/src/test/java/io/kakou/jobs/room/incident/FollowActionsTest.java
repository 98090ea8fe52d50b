package io.kakou.jobs.room.incident;

import static io.kakou.events.DeadlineState.KEPT;
import static io.kakou.events.DeadlineState.NOT_NEEDED;
import static io.kakou.events.DeadlineState.OVERDUE;
import static io.kakou.events.DeadlineState.OVERDUE_WHILE_DOWN;
import static io.kakou.events.DeadlineState.RUNNING;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Action;
import io.kakou.events.ActionKind;
import io.kakou.events.Deadline;
import io.kakou.events.DeadlineState;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Transition;
import io.kakou.events.json.Json;
import io.kakou.jobs.room.Alerts;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An alert is decided at 3 s after noon, so its deadlines are at 63, 183 and 303 s. */
class FollowActionsTest {
    private static final String INCIDENT = "lift-7~EBIKE_IN_LIFT~1772366400000~a1";

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
    void the_way_through_a_room_keeps_every_step() throws Exception {
        follow.arrive(Alerts.raised("a1", 0));
        act("x1", ActionKind.ACCEPT, 10);
        act("x2", ActionKind.DISPATCH, 20);
        act("x3", ActionKind.ARRIVE, 100);
        act("x4", ActionKind.CLOSE, 200);
        follow.clock(400);

        assertThat(steps())
                .containsExactly(
                        "OPENED REPORTED a1",
                        "ACTED ACCEPTED x1",
                        "ACTED DISPATCHED x2",
                        "ACTED ON_SITE x3",
                        "ACTED CLOSED x4");
        assertThat(follow.last().unit()).isEqualTo("patrol-2");
        assertThat(follow.last().transitions()).extracting(Transition::user).startsWith(null, "operator-3");
        assertThat(follow.last().transitions().get(2).unit()).isEqualTo("patrol-2");
        assertThat(states()).containsExactly(KEPT, KEPT, KEPT);
        assertThat(follow.last().deadlines())
                .extracting(Deadline::met)
                .containsExactly(Alerts.noonPlus(10), Alerts.noonPlus(100), Alerts.noonPlus(200));
        assertThat(follow.told()).hasSize(5);
    }

    @Test
    void each_step_that_runs_out_is_told_at_its_deadline_and_once() throws Exception {
        follow.arrive(Alerts.raised("a1", 0));
        follow.clock(63);
        assertThat(follow.told()).hasSize(1);
        follow.clock(63.001);
        follow.clock(63.5);
        assertThat(follow.told()).hasSize(2);
        assertThat(states()).containsExactly(OVERDUE, RUNNING, RUNNING);
        follow.clock(183.001);
        follow.clock(303.001);
        follow.clock(10_000);

        assertThat(steps())
                .containsExactly(
                        "OPENED REPORTED a1",
                        "OVERDUE REPORTED RESPOND",
                        "OVERDUE REPORTED ARRIVE",
                        "OVERDUE REPORTED REINFORCE");
        assertThat(follow.last().transitions())
                .extracting(Transition::at)
                .containsExactly(Alerts.noonPlus(3), Alerts.noonPlus(63), Alerts.noonPlus(183), Alerts.noonPlus(303));
        assertThat(follow.clockTimers()).isZero();
    }

    @Test
    void an_action_of_the_very_instant_of_the_deadline_is_in_time() throws Exception {
        follow.arrive(Alerts.raised("a1", 0));
        act("x1", ActionKind.ACCEPT, 63);

        assertThat(states()).containsExactly(KEPT, RUNNING, RUNNING);
    }

    @Test
    void an_action_too_late_says_so_even_before_the_timer_does() throws Exception {
        follow.arrive(Alerts.raised("a1", 0));
        act("x1", ActionKind.ACCEPT, 63.5);
        follow.clock(64);

        assertThat(steps()).containsExactly("OPENED REPORTED a1", "OVERDUE REPORTED RESPOND", "ACTED ACCEPTED x1");
        assertThat(states()).containsExactly(OVERDUE, RUNNING, RUNNING);
        assertThat(follow.last().deadlines().get(0).met()).isEqualTo(Alerts.noonPlus(63.5));
    }

    @Test
    void a_late_action_of_an_earlier_time_withdraws_the_breach_visibly() throws Exception {
        follow.arrive(Alerts.raised("a1", 0));
        follow.clock(64);
        act("x1", ActionKind.ACCEPT, 40);

        assertThat(steps())
                .containsExactly(
                        "OPENED REPORTED a1",
                        "OVERDUE REPORTED RESPOND",
                        "ACTED ACCEPTED x1",
                        "OVERDUE_WITHDRAWN ACCEPTED RESPOND");
        assertThat(states()).containsExactly(KEPT, RUNNING, RUNNING);
    }

    @Test
    void a_rejection_stops_the_clock_and_a_breach_before_it_stays() throws Exception {
        follow.arrive(Alerts.raised("a1", 0));
        follow.clock(64);
        act("x1", ActionKind.REJECT, 70);
        follow.clock(1000);

        assertThat(follow.last().state()).isEqualTo(IncidentState.REJECTED);
        assertThat(states()).containsExactly(OVERDUE, NOT_NEEDED, NOT_NEEDED);
        assertThat(follow.clockTimers()).isZero();
    }

    @Test
    void a_second_dispatch_is_the_reinforcement() throws Exception {
        follow.arrive(Alerts.raised("a1", 0));
        act("x1", ActionKind.ACCEPT, 10);
        act("x2", ActionKind.DISPATCH, 20);
        assertThat(states()).containsExactly(KEPT, RUNNING, RUNNING);
        act("x3", ActionKind.DISPATCH, 30);

        assertThat(states()).containsExactly(KEPT, RUNNING, KEPT);
        assertThat(follow.clockTimers()).isEqualTo(1);
    }

    @Test
    void what_is_not_allowed_leaves_a_trace_and_changes_nothing() throws Exception {
        follow.arrive(Alerts.raised("a1", 0));
        act("x1", ActionKind.ARRIVE, 10);

        assertThat(follow.told()).hasSize(1);
        assertThat(follow.dead()).singleElement().satisfies(letter -> {
            assertThat(letter.reason())
                    .isEqualTo("from state REPORTED kind ARRIVE; allowed: ACCEPT, REJECT, SPLIT, JOIN, TAKE");
            assertThat(letter.topic()).isEqualTo("actions-dead");
            assertThat(letter.record().value()).isEqualTo(Json.write(action("x1", ActionKind.ARRIVE, 10)));
        });
    }

    @Test
    void an_action_that_comes_again_is_dropped_whether_taken_or_refused() throws Exception {
        follow.arrive(Alerts.raised("a1", 0));
        act("x1", ActionKind.ACCEPT, 10);
        act("x1", ActionKind.ACCEPT, 10);
        act("x2", ActionKind.ACCEPT, 11);
        act("x2", ActionKind.ACCEPT, 11);

        assertThat(follow.told()).hasSize(2);
        assertThat(follow.dead()).hasSize(1);
    }

    @Test
    void an_action_before_its_alert_waits_for_it() throws Exception {
        act("x1", ActionKind.ACCEPT, 10);
        act("x1", ActionKind.ACCEPT, 10);
        act("x2", ActionKind.DISPATCH, 20);
        follow.clock(25);
        follow.arrive(Alerts.raised("a1", 0));

        assertThat(steps()).containsExactly("OPENED REPORTED a1", "ACTED ACCEPTED x1", "ACTED DISPATCHED x2");
        assertThat(follow.clockTimers()).isEqualTo(2);
        assertThat(follow.dead()).isEmpty();
    }

    @Test
    void an_action_on_an_incident_that_nobody_knows_is_given_up() throws Exception {
        act("x1", ActionKind.ACCEPT, 10);
        follow.clock(31);

        assertThat(follow.dead()).singleElement().satisfies(letter -> assertThat(letter.reason())
                .isEqualTo(
                        "incident " + INCIDENT + " is not known or no longer followed, kind ACCEPT; allowed: nothing"));
        assertThat(follow.stateEntries()).isZero();
        assertThat(follow.clockTimers()).isZero();
    }

    @Test
    void an_action_that_waited_when_the_job_went_down_still_waits_for_its_alert_when_it_is_back() throws Exception {
        act("x1", ActionKind.ACCEPT, 10);
        restart(70, Map.of());
        follow.clock(71);
        follow.arrive(Alerts.raised("a1", 0));
        assertThat(steps()).startsWith("OPENED REPORTED a1", "ACTED ACCEPTED x1");
        assertThat(follow.dead()).isEmpty();
    }

    @Test
    void an_action_whose_alert_does_not_come_after_a_restart_either_is_given_up() throws Exception {
        act("x1", ActionKind.ACCEPT, 10);
        restart(70, Map.of());
        follow.clock(71);
        assertThat(follow.dead()).isEmpty();
        follow.clock(102);
        assertThat(follow.dead()).hasSize(1);
        assertThat(follow.stateEntries()).isZero();
        assertThat(follow.clockTimers()).isZero();
    }

    @Test
    void an_alert_from_before_a_closure_is_of_the_closed_incident_in_whatever_order_the_two_are_read()
            throws Exception {
        follow.arrive(Alerts.raised("a1", 0));
        act("x1", ActionKind.ACCEPT, 4);
        follow.arrive(Alerts.raised("a2", 5));
        act("x2", ActionKind.CLOSE, 20);
        List<String> before = steps();
        follow.close();

        follow = new FollowHarness(Map.of());
        follow.arrive(Alerts.raised("a1", 0));
        act("x1", ActionKind.ACCEPT, 4);
        act("x2", ActionKind.CLOSE, 20);
        follow.arrive(Alerts.raised("a2", 5));

        assertThat(follow.last().id()).isEqualTo(INCIDENT);
        assertThat(follow.last().state()).isEqualTo(IncidentState.CLOSED);
        assertThat(steps().stream().map(FollowActionsTest::cause))
                .containsExactlyInAnyOrderElementsOf(
                        before.stream().map(FollowActionsTest::cause).toList());
        assertThat(follow.clockTimers()).isZero();
    }

    @Test
    void an_alert_from_after_a_closure_opens_an_incident_of_its_own() throws Exception {
        follow.arrive(Alerts.raised("a1", 0));
        act("x1", ActionKind.ACCEPT, 4);
        act("x2", ActionKind.CLOSE, 20);
        follow.arrive(Alerts.raised("a2", 18));

        assertThat(follow.last().id()).isNotEqualTo(INCIDENT);
        assertThat(follow.last().state()).isEqualTo(IncidentState.REPORTED);
    }

    /** A step without the state after it, which tells the order. */
    private static String cause(String step) {
        String[] words = step.split(" ", -1);
        return words[0] + " " + words[2];
    }

    @Test
    void after_a_closure_no_timer_remains_and_a_day_later_no_state() throws Exception {
        follow.arrive(Alerts.raised("a1", 0));
        act("x1", ActionKind.ACCEPT, 10);
        act("x2", ActionKind.CLOSE, 20);
        follow.arrive(Alerts.released("a1", 0, 30));
        assertThat(follow.clockTimers()).isZero();

        follow.loggedTime(FollowHarness.KEEPING.settledSeconds() + 60);
        assertThat(follow.stateEntries()).isZero();
        assertThat(follow.eventTimers()).isZero();
    }

    @Test
    void closing_one_incident_leaves_the_clock_of_another_of_the_same_place() throws Exception {
        follow.arrive(Alerts.raised("a1", 0));
        act("x1", ActionKind.REJECT, 10);
        follow.arrive(Alerts.raised("a2", 20));
        follow.clock(84);

        assertThat(follow.last().id()).endsWith("~a2");
        assertThat(states()).containsExactly(OVERDUE, RUNNING, RUNNING);
    }

    @Test
    void what_ran_out_while_the_system_was_down_is_marked_and_escalates_as_one_group() throws Exception {
        follow.arrive(Alerts.raised("a1", 0));
        follow.arrive(Alerts.at("lift-8", "b1", 2));
        restart(250, Map.of());
        follow.clock(250.1);

        List<Transition> overdue = follow.told().stream()
                .flatMap(incident -> incident.transitions().stream())
                .filter(step -> step.cause().equals("RESPOND") || step.cause().equals("ARRIVE"))
                .toList();
        assertThat(overdue).hasSize(4).extracting(Transition::outage).containsOnly("down-1772366650100");
        assertThat(states()).containsExactly(OVERDUE_WHILE_DOWN, OVERDUE_WHILE_DOWN, RUNNING);
        follow.clock(304);
        assertThat(states()).containsExactly(OVERDUE_WHILE_DOWN, OVERDUE_WHILE_DOWN, OVERDUE);
    }

    @Test
    void after_a_restart_the_clock_waits_until_the_actions_are_read() throws Exception {
        follow.arrive(Alerts.raised("a1", 0));
        restart(100, Map.of(0, 1L));
        follow.clock(100.9);
        assertThat(follow.told()).isEmpty();
        act("x1", ActionKind.ACCEPT, 40);
        follow.clock(101.2);
        follow.clock(102);

        assertThat(steps()).containsExactly("OPENED REPORTED a1", "ACTED ACCEPTED x1");
        assertThat(states()).containsExactly(KEPT, RUNNING, RUNNING);
    }

    @Test
    void once_the_actions_are_read_the_overdue_are_told_within_half_a_second() throws Exception {
        follow.arrive(Alerts.raised("a1", 0));
        restart(100, Map.of(0, 1L));
        follow.act(new Action(
                "other",
                "lift-9~EBIKE_IN_LIFT~1772366400000~c1",
                ActionKind.ACCEPT,
                "operator-3",
                Alerts.noonPlus(50),
                1,
                null,
                null,
                null,
                null));
        for (double seconds = 100; seconds < 100.5; seconds += 0.05) {
            follow.clock(seconds);
        }

        assertThat(states()).containsExactly(OVERDUE_WHILE_DOWN, RUNNING, RUNNING);
    }

    @Test
    void the_same_happenings_in_another_order_make_the_same_ids() throws Exception {
        follow.arrive(Alerts.raised("a1", 0));
        act("x1", ActionKind.ACCEPT, 10);
        follow.arrive(Alerts.released("a1", 0, 12));
        List<String> ids = ids();
        close();
        open();
        follow.arrive(Alerts.raised("a1", 0));
        follow.arrive(Alerts.released("a1", 0, 12));
        act("x1", ActionKind.ACCEPT, 10);

        assertThat(ids()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void a_storm_of_alerts_does_not_push_out_what_people_did() throws Exception {
        follow.arrive(Alerts.raised("a1", 0));
        act("x1", ActionKind.ACCEPT, 10);
        for (int i = 2; i < 200; i++) {
            follow.arrive(Alerts.raised("a" + i, i));
        }

        assertThat(follow.last().transitions()).hasSize(Incident.MOST_TRANSITIONS);
        assertThat(steps()).contains("OPENED REPORTED a1", "ACTED ACCEPTED x1");
        assertThat(Json.write(follow.last()).length).isLessThan(64 * 1024);
    }

    private void restart(double seconds, Map<Integer, Long> actionsEnd) throws Exception {
        OperatorSubtaskState state = follow.snapshot();
        follow.close();
        follow = new FollowHarness(actionsEnd, seconds, state);
    }

    private void act(String id, ActionKind kind, double seconds) throws Exception {
        follow.act(action(id, kind, seconds));
    }

    private static Action action(String id, ActionKind kind, double seconds) {
        boolean dispatch = kind == ActionKind.DISPATCH;
        boolean reject = kind == ActionKind.REJECT;
        return new Action(
                id,
                INCIDENT,
                kind,
                "operator-3",
                Alerts.noonPlus(seconds),
                1,
                dispatch ? "patrol-2" : null,
                reject ? "bicycle" : null,
                reject ? false : null,
                null);
    }

    private List<String> steps() {
        return requireNonNull(follow.last()).transitions().stream()
                .map(step -> step.kind() + " " + step.state() + " " + step.cause())
                .toList();
    }

    private List<String> ids() {
        return follow.last().transitions().stream().map(Transition::id).toList();
    }

    private List<DeadlineState> states() {
        return follow.last().deadlines().stream().map(Deadline::state).toList();
    }
}
