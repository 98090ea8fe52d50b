package io.kakou.jobs.room.place;

import static io.kakou.jobs.room.place.Squares.area;
import static io.kakou.jobs.room.place.Squares.square;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Area;
import io.kakou.events.AreaLevel;
import io.kakou.events.ClockProfile;
import io.kakou.events.Duty;
import io.kakou.events.EventKind;
import io.kakou.events.Incident;
import io.kakou.events.Road;
import io.kakou.events.SecondOwner;
import io.kakou.events.WorkCalendar;
import io.kakou.jobs.room.Alerts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When alerts leave, and that they leave by what is known then. */
class FindRoomTest {
    private static final Area STREET = area("pengbu", AreaLevel.STREET, null, "pengbu-room", square(120, 30, 1));

    @SuppressWarnings("NullAway.Init") // Each test opens it with its own registry.
    private RouteHarness find;

    @AfterEach
    void close() throws Exception {
        assertThat(find.waiting()).isZero();
        find.close();
    }

    @Test
    void an_empty_registry_holds_nothing_up() throws Exception {
        find = RouteHarness.open();

        assertThat(find.route(Alerts.raised("a1", 0)).room()).isEqualTo(Incident.NO_ROOM);
    }

    @Test
    void alerts_wait_until_the_registry_is_read_to_its_end_and_then_leave_in_order() throws Exception {
        find = RouteHarness.open(Map.of(0, 3L));
        find.arrive(Alerts.raised("a1", 0));
        find.arrive(Alerts.raised("a2", 0));
        find.read(RegistryEntry.nothing(0, 0));
        find.know(STREET);
        assertThat(find.left()).isEmpty();

        find.read(RegistryEntry.nothing(0, 2));

        assertThat(find.left())
                .extracting(routed -> routed.alert().id() + " " + routed.area() + " " + routed.room())
                .containsExactly("a1 pengbu pengbu-room", "a2 pengbu pengbu-room");
    }

    @Test
    void every_partition_must_be_read() throws Exception {
        find = RouteHarness.open(Map.of(0, 1L, 1, 1L));
        find.arrive(Alerts.raised("a1", 0));
        find.know(STREET);
        assertThat(find.left()).isEmpty();

        find.read(RegistryEntry.nothing(1, 0));
        assertThat(find.left()).hasSize(1);
    }

    @Test
    void an_area_changed_or_deleted_later_counts_from_then_on() throws Exception {
        find = RouteHarness.open(Map.of(0, 1L));
        find.know(STREET);
        assertThat(find.route(Alerts.raised("a1", 0)).room()).isEqualTo("pengbu-room");

        find.know(area("pengbu", AreaLevel.STREET, null, "night-room", square(120, 30, 1)));
        assertThat(find.route(Alerts.raised("a2", 0)).room()).isEqualTo("night-room");

        find.forget("area~pengbu");
        assertThat(find.route(Alerts.raised("a3", 0)).room()).isEqualTo(Incident.NO_ROOM);
    }

    @Test
    void a_job_that_starts_again_knows_all_it_knew() throws Exception {
        find = RouteHarness.open();
        find.know(
                STREET,
                new ClockProfile("125", List.of(), List.of(), List.of("pengbu"), "city", List.of()),
                new WorkCalendar("city", WorkCalendar.ZONE, List.of(), List.of(), List.of()),
                new Road("r1", "天城路", List.of("lift-6", "lift-7", "lift-8")),
                new Duty("pengbu-room", WorkCalendar.ZONE, null, List.of()),
                area("top", AreaLevel.DISTRICT, null, "top-room", square(10, 10, 1)),
                new SecondOwner("police", "police-room", List.of(), null));
        RoutedAlert before = find.route(Alerts.of("lift-7", EventKind.WATERLOGGING, Alerts.IN_GRID));

        find = find.restarted();
        RoutedAlert after = find.route(Alerts.of("lift-7", EventKind.WATERLOGGING, Alerts.IN_GRID));

        assertThat(after).isEqualTo(before);
        assertThat(List.of(after.room(), after.clock().id(), String.valueOf(after.road())))
                .containsExactly("top-room", "125", "r1");
        assertThat(after.beside()).containsExactly("lift-6", "lift-8");
        assertThat(after.calendar()).isNotNull();
        assertThat(after.informed()).hasSize(1);
    }
}
