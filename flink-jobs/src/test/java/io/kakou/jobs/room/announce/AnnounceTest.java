package io.kakou.jobs.room.announce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.kakou.events.AlarmBudget;
import io.kakou.events.EventKind;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Informed;
import io.kakou.events.InformedAs;
import io.kakou.events.Notice;
import io.kakou.events.NoticeCause;
import io.kakou.events.NoticeKind;
import io.kakou.events.Situation;
import io.kakou.events.SituationPlace;
import io.kakou.jobs.room.Alerts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnnounceTest {
    private SeatHarness seat;

    @BeforeEach
    void open() throws Exception {
        seat = new SeatHarness();
    }

    @AfterEach
    void close() throws Exception {
        seat.close();
    }

    @Test
    void an_incident_rings_once_however_often_it_is_told() throws Exception {
        Told lift = Told.lift("lift-7", 0);
        seat.tell(lift.incident());
        seat.tell(lift.incident());
        seat.tell(5, lift.is(IncidentState.ACCEPTED).incident());

        assertThat(seat.notices()).hasSize(1);
        assertThat(seat.last().kind()).isEqualTo(NoticeKind.RING);
        assertThat(seat.last().sound()).isTrue();
        assertThat(seat.last().room()).isEqualTo(Told.ROOM);
        assertThat(seat.situations()).isEmpty();
    }

    @Test
    void nothing_is_left_of_an_incident_that_has_ended() throws Exception {
        Told lift = Told.lift("lift-7", 0);
        seat.tell(lift.incident());
        seat.tell(60, lift.is(IncidentState.CLOSED).incident());
        seat.clock(60 + 3_600);
        seat.loggedTime(SeatHarness.OPEN_SECONDS + 7_200);

        assertThat(seat.stateEntries()).isZero();
        assertThat(seat.clockTimers()).isZero();
        assertThat(seat.eventTimers()).isZero();
    }

    @Test
    void one_that_never_ends_is_forgotten_with_the_time() throws Exception {
        seat.tell(Told.lift("lift-7", 0).incident());
        seat.clock(3_600);
        assertThat(seat.stateEntries()).isEqualTo(1);

        seat.loggedTime(SeatHarness.OPEN_SECONDS + 7_200);

        assertThat(seat.stateEntries()).isZero();
    }

    @Test
    void what_somebody_answered_before_the_seat_was_told_makes_no_sound() throws Exception {
        seat.tell(Told.water("road-1", 0).is(IncidentState.DISPATCHED).incident());

        assertThat(seat.last().kind()).isEqualTo(NoticeKind.LISTED);
        assertThat(seat.last().sound()).isFalse();
    }

    @Test
    void the_third_of_a_kind_within_ten_minutes_makes_them_one_situation() throws Exception {
        seat.tell(0, Told.water("road-1", 0).incident());
        seat.tell(100, Told.water("road-2", 100).incident());
        seat.tell(200, Told.water("road-3", 200).incident());
        seat.tell(300, Told.water("road-4", 300).incident());

        assertThat(seat.notices())
                .extracting(Notice::kind)
                .containsExactly(NoticeKind.RING, NoticeKind.RING, NoticeKind.SITUATION, NoticeKind.LISTED);
        assertThat(seat.situation().places())
                .extracting(SituationPlace::place)
                .containsExactly("road-1", "road-2", "road-3", "road-4");
        assertThat(seat.situation().announced()).isEqualTo(3);
        assertThat(seat.situation().listed()).isEqualTo(1);
        assertThat(seat.situation().id()).isEqualTo(seat.last().situation());
    }

    @Test
    void three_of_a_kind_farther_apart_each_ring() throws Exception {
        seat.tell(0, Told.water("road-1", 0).incident());
        seat.tell(400, Told.water("road-2", 400).incident());
        seat.tell(800, Told.water("road-3", 800).incident());

        assertThat(seat.heard(EventKind.WATERLOGGING)).hasSize(3);
        assertThat(seat.situations()).isEmpty();
    }

    @Test
    void a_situation_is_told_at_most_once_a_second_and_never_less() throws Exception {
        for (int i = 0; i < 3; i++) {
            seat.tell(i, Told.water("road-" + i, i).incident());
        }
        int told = seat.situations().size();
        for (int i = 3; i < 50; i++) {
            seat.tell(2 + i / 100.0, Told.water("road-" + i, i).incident());
        }
        assertThat(seat.situations()).hasSize(told);

        seat.clock(3.1);

        assertThat(seat.situations()).hasSize(told + 1);
        assertThat(seat.situation().places()).hasSize(50);
    }

    @Test
    void the_list_has_a_ceiling_and_says_what_it_leaves_out() throws Exception {
        for (int i = 0; i < 1_200; i++) {
            seat.tell(i / 100.0, Told.water("road-" + i, i).incident());
        }
        seat.clock(20);

        assertThat(seat.situation().places()).hasSize(Situation.MOST_PLACES);
        assertThat(seat.situation().leftOut()).isEqualTo(1_200 - Situation.MOST_PLACES);
    }

    @Test
    void a_situation_ends_when_all_of_it_is_closed_or_released() throws Exception {
        List<Told> roads = flood(3);
        seat.tell(60, roads.get(0).is(IncidentState.CLOSED).incident());
        seat.tell(61, roads.get(1).is(IncidentState.REJECTED).incident());
        assertThat(seat.situation().until()).isNull();

        seat.tell(62, roads.get(2).released().incident());

        assertThat(seat.last().kind()).isEqualTo(NoticeKind.SITUATION_ENDED);
        assertThat(seat.last().sound()).isFalse();
        assertThat(seat.situation().until()).isEqualTo(Alerts.noonPlus(62));
        seat.tell(63, roads.get(2).is(IncidentState.CLOSED).incident());
        seat.clock(3_700);
        assertThat(seat.stateEntries()).isZero();
        assertThat(seat.clockTimers()).isZero();
    }

    @Test
    void a_situation_ends_an_hour_after_its_last_incident() throws Exception {
        flood(4);
        seat.clock(3 + 3_599);
        assertThat(seat.situation().until()).isNull();

        seat.clock(3 + 3_600);

        assertThat(seat.situation().until()).isEqualTo(Alerts.noonPlus(3 + 3_600));
    }

    @Test
    void what_is_only_listed_and_overdue_is_heard_once_the_seat_can_take_it() throws Exception {
        List<Told> roads = flood(6);
        for (Told road : roads.subList(3, 6)) {
            seat.tell(70, road.overdue().incident());
        }
        seat.clock(1_199);
        assertThat(seat.heard(EventKind.WATERLOGGING)).hasSize(3);

        seat.clock(1_201);
        assertThat(seat.heard(EventKind.WATERLOGGING)).hasSize(4);
        assertThat(seat.last().cause()).isEqualTo(NoticeCause.OVERDUE);
        assertThat(seat.last().incident()).isEqualTo(roads.get(3).incident().id());

        seat.clock(1_201 + 599);
        assertThat(seat.heard(EventKind.WATERLOGGING)).hasSize(4);
        seat.clock(1_201 + 601);
        assertThat(seat.last().incident()).isEqualTo(roads.get(4).incident().id());
    }

    @Test
    void an_answered_one_does_not_surface() throws Exception {
        List<Told> roads = flood(4);
        seat.tell(70, roads.get(3).overdue().incident());
        seat.tell(80, roads.get(3).is(IncidentState.ACCEPTED).incident());
        seat.clock(1_300);

        assertThat(seat.heard(EventKind.WATERLOGGING)).hasSize(3);
    }

    @Test
    void a_seat_that_has_heard_its_fill_hears_of_another_kind_as_a_situation() throws Exception {
        for (int i = 0; i < 6; i++) {
            seat.tell(i * 300, Told.lift("lift-" + i, i * 300).incident());
        }
        seat.tell(1_900, Told.of(EventKind.DUMPING, "gate-1", 1_900).incident());
        seat.tell(1_901, Told.of(EventKind.DUMPING, "gate-2", 1_901).incident());

        assertThat(seat.heard(EventKind.DUMPING)).extracting(Notice::kind).containsExactly(NoticeKind.SITUATION);
        assertThat(seat.last().kind()).isEqualTo(NoticeKind.LISTED);
    }

    @Test
    void a_budget_set_by_the_registry_holds_for_the_next_incident() throws Exception {
        seat.budget(new AlarmBudget(Told.ROOM, 0, 0, 0, 2, 0, 0, 0));
        flood(2);

        assertThat(seat.notices()).extracting(Notice::kind).containsExactly(NoticeKind.RING, NoticeKind.SITUATION);
    }

    @Test
    void a_second_owner_hears_it_and_a_neighbour_only_sees_it() throws Exception {
        Informed police = new Informed("police-room", InformedAs.SECOND_OWNER, Alerts.NOON, null);
        Informed next = new Informed("next-room", InformedAs.NEIGHBOUR, Alerts.NOON, null);
        seat.tell(Told.child("gate-1", 0).informing(police).incident());
        seat.tell(Told.child("gate-2", 0).informing(next).incident());

        assertThat(seat.notices())
                .extracting(Notice::room, Notice::cause, Notice::sound)
                .containsExactly(
                        tuple(Told.ROOM, NoticeCause.OPENED, true),
                        tuple("police-room", NoticeCause.SECOND_OWNER, true),
                        tuple(Told.ROOM, NoticeCause.OPENED, true),
                        tuple("next-room", NoticeCause.NEIGHBOUR, false));
    }

    @Test
    void each_rung_of_the_ladder_is_heard_in_the_room_that_it_leads_to() throws Exception {
        Informed superior = new Informed("district", InformedAs.SUPERIOR, Alerts.NOON, null);
        Told lift = Told.lift("lift-7", 0).informing(superior);
        seat.tell(lift.incident());
        seat.tell(90, lift.escalatedTo("district", 90).incident());
        seat.tell(200, lift.escalatedTo("district", 200).incident());
        seat.tell(201, lift.overdue().incident());

        assertThat(seat.notices())
                .extracting(Notice::room, Notice::cause)
                .containsExactly(
                        tuple(Told.ROOM, NoticeCause.OPENED),
                        tuple("district", NoticeCause.ESCALATED),
                        tuple("district", NoticeCause.ESCALATED));
        assertThat(seat.notices()).extracting(Notice::id).doesNotHaveDuplicates();
    }

    @Test
    void a_replay_from_a_checkpoint_tells_the_same_ids() throws Exception {
        seat.tell(0, Told.water("road-1", 0).incident());
        OperatorSubtaskState before = seat.snapshot();
        List<Incident> later = new ArrayList<>();
        for (int i = 2; i < 9; i++) {
            later.add(Told.water("road-" + i, i).incident());
        }
        for (Incident each : later) {
            seat.tell(each);
        }
        List<String> once = seat.notices().stream().map(Notice::id).skip(1).toList();

        SeatHarness again = new SeatHarness(400, before);
        for (Incident each : later) {
            again.tell(each);
        }

        assertThat(again.notices()).extracting(Notice::id).isEqualTo(once);
        assertThat(new HashSet<>(once)).hasSize(7);
        again.close();
    }

    /** So many roads under water, one a second. */
    private List<Told> flood(int count) throws Exception {
        List<Told> roads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Told road = Told.water("road-" + i, i);
            roads.add(road);
            seat.tell(i, road.incident());
        }
        return roads;
    }
}
