package io.kakou.jobs.room.incident;

import static io.kakou.events.DeadlineState.KEPT;
import static io.kakou.events.DeadlineState.NOT_NEEDED;
import static io.kakou.events.DeadlineState.OVERDUE;
import static io.kakou.events.DeadlineState.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.ActionKind;
import io.kakou.events.Deadline;
import io.kakou.events.DeadlineState;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Part;
import io.kakou.events.Transition;
import io.kakou.events.TransitionKind;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.room.Alerts;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowPartsTest {
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
    void cameras_next_to_each_other_see_one_place_and_others_along_the_road_another_of_the_same_incident()
            throws Exception {
        rise(2, 3, 7, 4, 8);

        assertThat(follow.told())
                .extracting(Incident::id)
                .containsOnly(follow.last().id());
        assertThat(follow.last().mergeKey()).isEqualTo(WetRoad.KEY);
        assertThat(follow.last().parts()).extracting(Part::cameras).containsExactly(cameras(2, 3, 4), cameras(7, 8));
        assertThat(follow.last().parts()).extracting(Part::present).containsExactly(3L, 2L);
    }

    @Test
    void two_places_that_grow_together_stay_two_and_the_camera_between_belongs_to_one() throws Exception {
        rise(2, 4, 3);

        assertThat(follow.last().parts()).extracting(Part::cameras).containsExactly(cameras(2, 3), cameras(4));
    }

    @Test
    void a_place_is_dispatched_and_closed_singly_and_its_clock_with_it() throws Exception {
        rise(2, 7);
        Incident road = follow.last();
        act(road, "x1", ActionKind.ACCEPT, 10, List.of());
        act(road, "x2", ActionKind.DISPATCH, 20, road.parts().subList(0, 1));
        act(road, "x3", ActionKind.DISPATCH, 21, road.parts().subList(1, 2));
        assertThat(follow.last().parts()).extracting(Part::unit).containsExactly("unit-x2", "unit-x3");

        act(road, "x4", ActionKind.CLOSE, 30, road.parts().subList(0, 1));
        assertThat(follow.last().state()).isEqualTo(IncidentState.DISPATCHED);
        assertThat(follow.last().parts())
                .extracting(Part::state)
                .containsExactly(IncidentState.CLOSED, IncidentState.DISPATCHED);
        assertThat(clockOf(follow.last(), 0)).containsExactly(KEPT, NOT_NEEDED, KEPT);
        assertThat(clockOf(follow.last(), 1)).containsExactly(KEPT, RUNNING, RUNNING);

        act(road, "x5", ActionKind.CLOSE, 40, road.parts().subList(1, 2));
        assertThat(follow.last().state()).isEqualTo(IncidentState.CLOSED);
        assertThat(clockOf(follow.last(), 1)).containsExactly(KEPT, NOT_NEEDED, KEPT);
        assertThat(follow.clockTimers()).isZero();
    }

    @Test
    void a_place_that_is_found_while_another_is_answered_has_all_of_its_time_and_its_breach_is_told() throws Exception {
        rise(2);
        Incident road = follow.last();
        act(road, "x1", ActionKind.ACCEPT, 10, List.of());
        act(road, "x2", ActionKind.DISPATCH, 20, List.of());
        act(road, "x3", ActionKind.ARRIVE, 30, List.of());
        follow.arrive(WetRoad.rises(7, 100));
        String second = follow.last().parts().get(1).id();

        assertThat(follow.last().deadlines())
                .filteredOn(each -> second.equals(each.part()))
                .extracting(Deadline::at)
                .containsExactly(Alerts.noonPlus(160), Alerts.noonPlus(280), Alerts.noonPlus(400));
        follow.clock(160.5);

        assertThat(clockOf(follow.last(), 0)).containsExactly(KEPT, KEPT, RUNNING);
        assertThat(clockOf(follow.last(), 1)).containsExactly(OVERDUE, RUNNING, RUNNING);
        assertThat(follow.last().transitions())
                .filteredOn(step -> step.kind() == TransitionKind.OVERDUE)
                .extracting(Transition::parts)
                .containsExactly(List.of(second));

        // What is done for all is done for those alone that it is next for.
        act(road, "x4", ActionKind.DISPATCH, 161, List.of());
        assertThat(clockOf(follow.last(), 0)).containsExactly(KEPT, KEPT, KEPT);
        assertThat(clockOf(follow.last(), 1)).containsExactly(OVERDUE, RUNNING, RUNNING);
        act(road, "x5", ActionKind.ACCEPT, 155, follow.last().parts().subList(1, 2));
        assertThat(clockOf(follow.last(), 1)).containsExactly(KEPT, RUNNING, RUNNING);
    }

    @Test
    void a_breach_of_each_of_two_places_is_told_once_each() throws Exception {
        rise(2, 7);
        follow.clock(90);

        assertThat(follow.last().transitions())
                .filteredOn(step -> step.kind() == TransitionKind.OVERDUE)
                .extracting(Transition::id)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void what_ends_the_whole_ends_every_place() throws Exception {
        rise(2, 7);
        Incident road = follow.last();
        act(road, "x1", ActionKind.ACCEPT, 10, road.parts().subList(0, 1));
        act(road, "x2", ActionKind.CLOSE, 20, List.of());

        assertThat(follow.last().parts()).extracting(Part::state).containsOnly(IncidentState.CLOSED);
    }

    @Test
    void water_that_comes_back_to_a_closed_place_is_a_place_to_be_answered_again() throws Exception {
        rise(2, 7);
        Incident road = follow.last();
        act(road, "x1", ActionKind.ACCEPT, 10, List.of());
        act(road, "x2", ActionKind.CLOSE, 20, road.parts().subList(0, 1));
        follow.arrive(WetRoad.rises(3, 50));

        assertThat(follow.last().id()).isEqualTo(road.id());
        assertThat(follow.last().parts())
                .extracting(Part::state)
                .containsExactly(IncidentState.CLOSED, IncidentState.ACCEPTED, IncidentState.REPORTED);
    }

    @Test
    void a_place_of_a_handled_incident_brings_it_back() throws Exception {
        rise(2);
        Incident road = follow.last();
        act(road, "x1", ActionKind.ACCEPT, 10, List.of());
        act(road, "x2", ActionKind.DISPATCH, 11, List.of());
        act(road, "x3", ActionKind.ARRIVE, 12, List.of());
        act(road, "x4", ActionKind.HANDLE, 13, List.of());
        follow.arrive(WetRoad.rises(7, 50));

        assertThat(follow.last().state()).isEqualTo(IncidentState.REPORTED);
    }

    @Test
    void places_split_off_are_an_incident_of_their_own_that_takes_its_own_water() throws Exception {
        rise(2, 7);
        Incident road = follow.last();
        act(road, "x1", ActionKind.ACCEPT, 10, List.of());
        act(road, "x2", ActionKind.SPLIT, 20, road.parts().subList(1, 2));

        Incident apart = follow.last();
        assertThat(apart.id()).startsWith(WetRoad.KEY + "~").isNotEqualTo(road.id());
        assertThat(apart.state()).isEqualTo(IncidentState.ACCEPTED);
        assertThat(clockOf(apart, 0)).containsExactly(KEPT, RUNNING, RUNNING);
        assertThat(apart.deadlines()).hasSize(3);
        assertThat(before(1).deadlines()).hasSize(3);
        assertThat(before(1).id()).isEqualTo(road.id());
        assertThat(before(1).parts()).hasSize(1);

        follow.arrive(WetRoad.rises(8, 60));
        assertThat(follow.last().id()).isEqualTo(apart.id());
        follow.arrive(WetRoad.falls(7, 1, 70));
        assertThat(follow.last().id()).isEqualTo(apart.id());
        assertThat(follow.last().parts()).extracting(Part::present).containsExactly(1L);
        follow.arrive(WetRoad.rises(0, 80));
        assertThat(follow.last().id()).isEqualTo(road.id());
        follow.clock(200);
        assertThat(follow.told())
                .filteredOn(told -> told.transitions().stream()
                        .anyMatch(step -> step.cause().equals("ARRIVE")))
                .extracting(Incident::id)
                .contains(road.id(), apart.id());
    }

    @Test
    void an_incident_joined_to_another_is_a_part_there_and_its_clock_ends() throws Exception {
        rise(2);
        Incident road = follow.last();
        follow.arrive(Alerts.raised("a1", 10));
        Incident lift = follow.last();
        Part part = road.parts().get(0);
        follow.act(WetRoad.action(road, "x1", ActionKind.JOIN, 20, List.of(), null, lift.id(), List.of()));
        Incident joined = follow.last();
        follow.act(WetRoad.action(lift, "x2", ActionKind.TAKE, 20, List.of(), null, road.id(), List.of(part)));

        assertThat(joined.state()).isEqualTo(IncidentState.JOINED);
        assertThat(joined.joinedInto()).isEqualTo(lift.id());
        assertThat(joined.deadlines()).extracting(Deadline::state).containsExactly(KEPT, NOT_NEEDED, NOT_NEEDED);
        assertThat(follow.last().id()).isEqualTo(lift.id());
        assertThat(follow.last().parts()).extracting(Part::camera).containsExactly("lift-7", "c2");
        assertThat(follow.last().state()).isEqualTo(IncidentState.REPORTED);
    }

    @Test
    void what_no_part_allows_is_refused_with_what_would_be() throws Exception {
        rise(2, 7);
        Incident road = follow.last();
        Part first = road.parts().get(0);
        act(road, "x1", ActionKind.ARRIVE, 10, List.of(first));
        act(road, "x2", ActionKind.SPLIT, 11, road.parts());
        follow.act(WetRoad.action(
                road, "x3", ActionKind.ACCEPT, 12, List.of(Parts.first("other", Alerts.raised("a9", 0)))));

        assertThat(follow.dead())
                .extracting(DeadLetter::reason)
                .satisfiesExactly(
                        one -> assertThat(one)
                                .isEqualTo(
                                        "part " + first.id()
                                                + ": from state REPORTED kind ARRIVE; allowed: ACCEPT, REJECT, SPLIT, JOIN, TAKE"),
                        two -> assertThat(two)
                                .isEqualTo("kind SPLIT with all parts; allowed: some of them, so that one stays"),
                        three -> assertThat(three).startsWith("parts are [").contains("; allowed: the incident's, ["));
    }

    @Test
    void nothing_is_left_when_a_road_and_what_was_split_off_are_over() throws Exception {
        rise(2, 7);
        Incident road = follow.last();
        act(road, "x1", ActionKind.ACCEPT, 10, List.of());
        act(road, "x2", ActionKind.SPLIT, 20, road.parts().subList(1, 2));
        Incident apart = follow.last();
        follow.arrive(WetRoad.falls(2, 0, 30));
        follow.arrive(WetRoad.falls(7, 1, 30));
        act(road, "x3", ActionKind.CLOSE, 40, List.of());
        act(apart, "x4", ActionKind.CLOSE, 40, List.of());
        assertThat(follow.clockTimers()).isZero();
        follow.loggedTime(90_000);

        assertThat(follow.stateEntries()).isZero();
        assertThat(follow.eventTimers()).isZero();
    }

    @Test
    void what_was_split_off_and_never_ends_is_forgotten_in_its_time_though_the_rest_went_before() throws Exception {
        rise(2, 7);
        Incident road = follow.last();
        act(road, "x1", ActionKind.ACCEPT, 10, List.of());
        act(road, "x2", ActionKind.SPLIT, 20, road.parts().subList(1, 2));
        follow.arrive(WetRoad.falls(2, 0, 30));
        act(road, "x3", ActionKind.CLOSE, 40, List.of());
        follow.loggedTime(90_000);
        assertThat(follow.stateEntries()).isPositive();
        follow.loggedTime(700_000);

        assertThat(follow.stateEntries()).isZero();
        assertThat(follow.eventTimers()).isZero();
    }

    private void rise(int... cameras) throws Exception {
        for (int i = 0; i < cameras.length; i++) {
            follow.arrive(WetRoad.rises(cameras[i], i));
        }
    }

    private void act(Incident incident, String id, ActionKind kind, double seconds, List<Part> parts) throws Exception {
        follow.act(WetRoad.action(incident, id, kind, seconds, parts));
    }

    private static List<DeadlineState> clockOf(Incident incident, int part) {
        String id = incident.parts().get(part).id();
        return incident.deadlines().stream()
                .filter(each -> id.equals(each.part()))
                .map(Deadline::state)
                .toList();
    }

    private Incident before(int steps) {
        return follow.told().get(follow.told().size() - 1 - steps);
    }

    private static List<String> cameras(int... numbers) {
        return IntStream.of(numbers).mapToObj(each -> "c" + each).toList();
    }
}
