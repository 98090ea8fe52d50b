package io.kakou.jobs.room.announce;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.EventKind;
import io.kakou.events.IncidentState;
import io.kakou.events.Mute;
import io.kakou.events.NoticeCause;
import io.kakou.events.NoticeKind;
import io.kakou.events.Shelf;
import io.kakou.jobs.room.Alerts;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people put aside or mute. */
class AsideTest {
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
    void what_is_put_aside_comes_back_with_a_sound_at_its_time() throws Exception {
        Told road = Told.water("road-1", 0);
        seat.tell(road.incident());
        seat.clock(30);
        seat.shelve(shelf(road, 30, 1_830));

        assertThat(seat.last().cause()).isEqualTo(NoticeCause.SHELVED);
        assertThat(seat.last().sound()).isFalse();
        assertThat(seat.last().until()).isEqualTo(Alerts.noonPlus(1_830));

        seat.clock(1_829);
        assertThat(seat.notices()).hasSize(2);
        seat.clock(1_830);
        assertThat(seat.last().cause()).isEqualTo(NoticeCause.SHELF_ENDED);
        assertThat(seat.last().kind()).isEqualTo(NoticeKind.RING);
        assertThat(seat.notices()).hasSize(3);
    }

    @Test
    void what_was_closed_meanwhile_does_not_come_back() throws Exception {
        Told road = Told.water("road-1", 0);
        seat.tell(road.incident());
        seat.shelve(shelf(road, 0, 1_800));
        seat.tell(600, road.is(IncidentState.CLOSED).incident());
        seat.clock(3_700);
        seat.loggedTime(SeatHarness.OPEN_SECONDS + 7_200);

        assertThat(seat.last().cause()).isEqualTo(NoticeCause.SHELVED);
        assertThat(seat.stateEntries()).isZero();
        assertThat(seat.clockTimers()).isZero();
        assertThat(seat.eventTimers()).isZero();
    }

    @Test
    void one_put_aside_again_comes_back_at_the_newer_time() throws Exception {
        Told road = Told.water("road-1", 0);
        seat.tell(road.incident());
        seat.shelve(shelf(road, 0, 600));
        seat.clock(300);
        seat.shelve(shelf(road, 300, 3_000));
        seat.clock(2_999);
        assertThat(seat.heard(EventKind.WATERLOGGING)).hasSize(1);

        seat.clock(3_000);

        assertThat(seat.heard(EventKind.WATERLOGGING)).hasSize(2);
    }

    @Test
    void a_shelf_that_comes_before_its_incident_holds_it_back_all_the_same() throws Exception {
        Told road = Told.water("road-1", 0);
        seat.shelve(shelf(road, 0, 600));
        seat.tell(road.incident());
        assertThat(seat.last().sound()).isFalse();
        assertThat(seat.last().until()).isEqualTo(Alerts.noonPlus(600));

        seat.clock(600);

        assertThat(seat.last().sound()).isTrue();
    }

    @Test
    void a_shelf_of_an_incident_that_never_comes_leaves_nothing() throws Exception {
        seat.shelve(shelf(Told.water("road-1", 0), 0, 600));
        seat.clock(600);

        assertThat(seat.notices()).isEmpty();
        assertThat(seat.stateEntries()).isZero();
        assertThat(seat.clockTimers()).isZero();
    }

    @Test
    void a_muted_camera_is_listed_with_its_mute_and_never_dropped() throws Exception {
        seat.mute(mute(EventKind.LOST_CHILD, List.of("gate-1"), 0, 3_600));
        seat.tell(Told.child("gate-1", 0).incident());
        assertThat(seat.last().kind()).isEqualTo(NoticeKind.LISTED);
        assertThat(seat.last().mute()).isEqualTo("mute-1");

        seat.tell(Told.child("gate-2", 1).incident());

        assertThat(seat.last().kind()).isEqualTo(NoticeKind.RING);
    }

    @Test
    void a_mute_ends_by_itself_and_when_it_is_taken_back() throws Exception {
        Mute mute = mute(EventKind.EBIKE_IN_LIFT, List.of("lift-7"), 0, 600);
        seat.mute(mute);
        seat.tell(600, Told.lift("lift-7", 600).incident());
        assertThat(seat.last().sound()).isTrue();

        Mute longer = mute(EventKind.EBIKE_IN_LIFT, List.of("lift-7"), 600, 6_000);
        seat.mute(longer);
        seat.tell(700, Told.lift("lift-7", 700).incident());
        assertThat(seat.last().sound()).isFalse();
        seat.unmute(longer);
        seat.tell(800, Told.lift("lift-7", 800).incident());

        assertThat(seat.last().sound()).isTrue();
    }

    @Test
    void water_that_a_camera_beside_the_muted_one_sees_is_heard() throws Exception {
        seat.mute(mute(EventKind.WATERLOGGING, List.of("road-1"), 0, 3_600));
        Told road = Told.water("road-1", 0);
        seat.tell(road.incident());
        assertThat(seat.heard(EventKind.WATERLOGGING)).isEmpty();

        seat.tell(60, road.seenBy(2).incident());

        assertThat(seat.heard(EventKind.WATERLOGGING)).hasSize(1);
    }

    private static Shelf shelf(Told told, double at, double until) {
        return new Shelf(
                told.incident().id(), Told.ROOM, "operator-3", "等待排水公司", Alerts.noonPlus(at), Alerts.noonPlus(until));
    }

    private static Mute mute(EventKind kind, List<String> cameras, double from, double until) {
        return new Mute("mute-1", kind, cameras, "施工", "operator-3", Alerts.noonPlus(from), Alerts.noonPlus(until));
    }
}
