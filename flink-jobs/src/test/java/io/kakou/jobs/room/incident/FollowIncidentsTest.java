package io.kakou.jobs.room.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.Incident;
import io.kakou.events.LabelledBox;
import io.kakou.events.Transition;
import io.kakou.events.TransitionKind;
import io.kakou.events.json.Json;
import io.kakou.jobs.room.Alerts;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowIncidentsTest {
    private static final double HOUR = 3600;
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
    void an_alert_opens_an_incident_and_its_release_is_noted_there() throws Exception {
        arrive(Alerts.raised("a1", 0));
        arrive(Alerts.released("a1", 0, 12));

        Incident incident = last();
        assertThat(incident.id()).isEqualTo("lift-7~EBIKE_IN_LIFT~1772366400000~a1");
        assertThat(incident.room()).isEqualTo("pengbu-room");
        assertThat(incident.openedAt()).isEqualTo(Alerts.NOON);
        assertThat(incident.updatedAt()).isEqualTo(Alerts.noonPlus(12));
        assertThat(incident.version()).isEqualTo(2);
        assertThat(kinds(incident)).containsExactly(TransitionKind.OPENED, TransitionKind.RELEASED);
        assertThat(incident.transitions())
                .extracting(Transition::at)
                .containsExactly(Alerts.noonPlus(3), Alerts.noonPlus(12));
    }

    @Test
    void a_second_alert_joins_while_the_incident_is_open() throws Exception {
        arrive(Alerts.raised("a1", 0));
        arrive(Alerts.raised("a2", 30));

        assertThat(incidents()).hasSize(1);
        assertThat(last().alertCount()).isEqualTo(2);
        assertThat(kinds(last())).containsExactly(TransitionKind.OPENED, TransitionKind.JOINED);
    }

    @Test
    void an_incident_is_open_until_all_its_alerts_are_released() throws Exception {
        arrive(Alerts.raised("a1", 0));
        arrive(Alerts.raised("a2", 30));
        arrive(Alerts.released("a1", 0, 40));
        arrive(Alerts.raised("a3", 50));
        assertThat(incidents()).hasSize(1);

        arrive(Alerts.released("a2", 30, 60));
        arrive(Alerts.released("a3", 50, 60));
        arrive(Alerts.raised("a4", 70));
        assertThat(incidents()).hasSize(2);
    }

    @Test
    void after_its_release_a_new_alert_opens_a_new_incident() throws Exception {
        arrive(Alerts.raised("a1", 0));
        arrive(Alerts.released("a1", 0, 12));
        arrive(Alerts.raised("a2", 20));

        assertThat(incidents()).hasSize(2);
        assertThat(last().id()).endsWith("~a2");
        assertThat(kinds(last())).containsExactly(TransitionKind.OPENED);
    }

    @Test
    void an_alert_long_after_a_release_that_never_came_opens_a_new_incident() throws Exception {
        arrive(Alerts.raised("a1", 0));
        arrive(Alerts.raised("a2", HOUR));
        arrive(Alerts.raised("a3", 2 * HOUR + 4));

        assertThat(incidents()).hasSize(2);
    }

    @Test
    void a_release_whose_beginning_was_never_seen_is_told_and_over() throws Exception {
        arrive(Alerts.released("a1", 0, 12));

        assertThat(kinds(last())).containsExactly(TransitionKind.OPENED, TransitionKind.RELEASED);
        assertThat(last().transitions().get(0).at()).isEqualTo(Alerts.NOON);
    }

    @Test
    void the_beginning_after_its_release_changes_nothing() throws Exception {
        arrive(Alerts.released("a1", 0, 12));
        arrive(Alerts.raised("a1", 0));

        assertThat(follow.told()).hasSize(1);
    }

    @Test
    void beginning_and_release_make_the_same_ids_in_either_order() throws Exception {
        arrive(Alerts.raised("a1", 0));
        arrive(Alerts.released("a1", 0, 12));
        Incident inOrder = last();
        close();
        open();
        arrive(Alerts.released("a1", 0, 12));

        assertThat(last().id()).isEqualTo(inOrder.id());
        assertThat(last().transitions())
                .extracting(Transition::id)
                .isEqualTo(inOrder.transitions().stream().map(Transition::id).toList());
    }

    @Test
    void a_phase_of_a_newer_release_goes_to_people() throws Exception {
        arrive(Alerts.alert("a1", AlertPhase.UNKNOWN, 0, 3));

        assertThat(kinds(last())).containsExactly(TransitionKind.OPENED);
    }

    @Test
    void a_storm_of_alerts_stays_under_64_KB_and_in_few_incidents() throws Exception {
        for (int i = 0; i < 2 * Followed.MOST_JOINED; i++) {
            arrive(crowded("%032d".formatted(i), i));
        }

        assertThat(incidents()).hasSize(2);
        assertThat(last().version()).isEqualTo(Followed.MOST_JOINED);
        assertThat(last().transitions().get(0).kind()).isEqualTo(TransitionKind.OPENED);
        assertThat(Json.write(last()).length).isLessThan(64 * 1024);
    }

    @Test
    void a_week_after_its_last_alert_an_incident_nobody_settled_is_let_go() throws Exception {
        arrive(Alerts.raised("a1", 0));
        arrive(Alerts.raised("a2", 30));
        arrive(Alerts.released("a1", 0, 40));
        arrive(Alerts.released("a2", 30, 40));

        follow.loggedTime(FollowHarness.KEEPING.openSeconds() + 39);
        assertThat(follow.stateEntries()).isPositive();
        follow.loggedTime(FollowHarness.KEEPING.openSeconds() + 60);
        assertThat(follow.stateEntries()).isZero();
        assertThat(follow.eventTimers()).isZero();
    }

    /** As a release before the word whether a key has any wrote it: what goes on from no such word writes none. */
    @Test
    void state_that_was_written_without_marks_is_searched_as_it_was_and_so_is_what_follows() throws Exception {
        reopen(OperatorSubtaskState.builder().build());
        arrive(Alerts.raised("a1", 0));
        reopen(follow.snapshot());
        arrive(Alerts.raised("a2", 30));

        assertThat(incidents()).hasSize(1);
        assertThat(last().alertCount()).isEqualTo(2);
    }

    private void reopen(OperatorSubtaskState state) throws Exception {
        follow.close();
        follow = new FollowHarness(Map.of(), 0, state);
    }

    private void arrive(Alert alert) throws Exception {
        follow.arrive(alert);
    }

    private Incident last() {
        return follow.last();
    }

    private Set<String> incidents() {
        Set<String> ids = new HashSet<>();
        follow.told().forEach(incident -> ids.add(incident.id()));
        return ids;
    }

    private static List<TransitionKind> kinds(Incident incident) {
        return incident.transitions().stream().map(Transition::kind).toList();
    }

    private static Alert crowded(String id, double onsetSeconds) {
        Alert alert = Alerts.raised(id, onsetSeconds);
        LabelledBox box =
                new LabelledBox("motorcycle", 0.123456789012345, 0.1, 0.123456789012345, 0.9, 0.98765432101234);
        return new Alert(
                alert.id(),
                alert.phase(),
                alert.kind(),
                alert.subject(),
                alert.rule(),
                alert.camera(),
                alert.place(),
                alert.road(),
                alert.at(),
                alert.onset(),
                alert.score(),
                Collections.nCopies(100, box),
                Collections.nCopies(200, "f".repeat(32)),
                alert.worker(),
                alert.generation());
    }
}
