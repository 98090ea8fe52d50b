package io.kakou.jobs.room.place;

import static io.kakou.jobs.room.place.Squares.area;
import static io.kakou.jobs.room.place.Squares.square;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Area;
import io.kakou.events.AreaLevel;
import io.kakou.events.Duty;
import io.kakou.events.Incident;
import io.kakou.events.Point;
import io.kakou.events.Shift;
import io.kakou.events.WorkCalendar;
import io.kakou.jobs.room.Alerts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose an alert is: by its place, and by who is on duty at its time. */
class OwnersTest {
    private static final Point INSIDE = new Point(120.15, 30.15);
    private static final Point NEARBY = new Point(120.45, 30.45);
    private static final Point ELSEWHERE = new Point(10, 10);

    private static final Area DISTRICT = at("shangcheng", AreaLevel.DISTRICT, null, "district-room", 0.9);
    private static final Area STREET = at("pengbu", AreaLevel.STREET, "shangcheng", "street-room", 0.5);
    private static final Area GRID = at("grid-4", AreaLevel.GRID, "pengbu", "grid-room", 0.2);

    /** Every alert of these tests is of Sunday 1 March 2026, 20:00 in Hangzhou. */
    private static final String SUNDAY = "2026-03-01";

    private RouteHarness find;

    @BeforeEach
    void open() throws Exception {
        find = RouteHarness.open();
    }

    @AfterEach
    void close() throws Exception {
        assertThat(find.waiting()).isZero();
        find.close();
    }

    @Test
    void the_deepest_area_that_holds_the_place_answers() throws Exception {
        find.know(GRID, STREET, DISTRICT);

        assertThat(route(INSIDE)).isEqualTo("grid-4 grid-room, above [street-room, district-room]");
        assertThat(route(NEARBY)).isEqualTo("pengbu street-room, above [district-room]");
    }

    @Test
    void an_area_without_a_room_falls_back_upward_and_stays_the_area() throws Exception {
        find.know(at("grid-4", AreaLevel.GRID, "pengbu", null, 0.2), STREET, DISTRICT);
        assertThat(route(INSIDE)).isEqualTo("grid-4 street-room, above [district-room]");

        find.know(at("pengbu", AreaLevel.STREET, "shangcheng", null, 0.5));
        assertThat(route(INSIDE)).isEqualTo("grid-4 district-room, above []");
    }

    @Test
    void without_a_place_or_outside_every_area_the_top_answers() throws Exception {
        find.know(GRID, STREET, DISTRICT);

        assertThat(route(null)).isEqualTo("null district-room, above []");
        assertThat(route(ELSEWHERE)).isEqualTo("null district-room, above []");
    }

    @Test
    void without_any_room_it_is_nobodys() throws Exception {
        assertThat(route(INSIDE)).isEqualTo("null " + Incident.NO_ROOM + ", above []");

        find.know(at("grid-4", AreaLevel.GRID, null, null, 0.2));
        assertThat(route(INSIDE)).isEqualTo("grid-4 " + Incident.NO_ROOM + ", above []");
    }

    @Test
    void parents_in_a_circle_do_not_hang_it() throws Exception {
        find.know(
                at("a", AreaLevel.STREET, "b", null, 0.5),
                at("b", AreaLevel.COMMUNITY, "a", null, 0.5),
                at("self", AreaLevel.GRID, "self", null, 0.2));
        assertThat(route(INSIDE)).isEqualTo("self " + Incident.NO_ROOM + ", above []");

        find.know(DISTRICT);
        assertThat(route(INSIDE)).isEqualTo("self district-room, above []");
    }

    @Test
    void a_parent_that_is_not_there_falls_back_to_the_top() throws Exception {
        find.know(at("grid-9", AreaLevel.GRID, "nowhere", null, 0.2), DISTRICT);

        assertThat(route(INSIDE)).isEqualTo("grid-9 district-room, above []");
    }

    @Test
    void an_area_of_a_level_not_known_here_stands_below_its_parent() throws Exception {
        find.know(at("loose", AreaLevel.UNKNOWN, null, "loose-room", 0.2), STREET);
        assertThat(route(INSIDE)).isEqualTo("pengbu street-room, above []");

        find.know(GRID, at("building-2", AreaLevel.UNKNOWN, "grid-4", "building-room", 0.2));
        assertThat(route(INSIDE)).isEqualTo("building-2 building-room, above [grid-room, street-room]");
    }

    @Test
    void of_two_equals_the_one_with_the_smaller_id_answers_whatever_their_order() throws Exception {
        find.know(at("grid-2", AreaLevel.GRID, null, "room-2", 0.2), at("grid-1", AreaLevel.GRID, null, "room-1", 0.2));

        assertThat(route(INSIDE)).startsWith("grid-1 room-1");
    }

    @Test
    void while_a_room_has_nobody_on_duty_the_room_above_answers() throws Exception {
        find.know(GRID, STREET, DISTRICT, duty("grid-room", null, Shift.Days.EVERY, "08:00", "20:00"));
        assertThat(route(INSIDE)).as("its shift has just ended").startsWith("grid-4 street-room");

        find.know(duty("grid-room", null, Shift.Days.EVERY, "20:00", "08:00"));
        assertThat(route(INSIDE)).as("its shift has just begun").startsWith("grid-4 grid-room");

        find.know(duty("street-room", null, Shift.Days.WORKED, "00:00", "00:00"));
        assertThat(route(INSIDE)).as("a Sunday").isEqualTo("grid-4 grid-room, above [district-room]");

        find.forget("duty~street-room");
        assertThat(route(INSIDE)).isEqualTo("grid-4 grid-room, above [street-room, district-room]");
    }

    @Test
    void a_sunday_that_is_worked_instead_is_a_working_day_of_the_calendar_that_the_rota_names() throws Exception {
        find.know(GRID, STREET, duty("grid-room", "city", Shift.Days.WORKED, "09:00", "21:00"));
        assertThat(route(INSIDE)).as("a calendar that nobody knows").startsWith("grid-4 street-room");

        find.know(new WorkCalendar("city", WorkCalendar.ZONE, List.of(), List.of(), List.of(SUNDAY)));
        assertThat(route(INSIDE)).startsWith("grid-4 grid-room");

        find.forget("calendar~city");
        assertThat(route(INSIDE)).startsWith("grid-4 street-room");
    }

    @Test
    void where_nobody_on_the_way_is_on_duty_the_topmost_staffed_room_answers() throws Exception {
        Area other = area("jianqiao", AreaLevel.STREET, null, "other-room", square(122, 30, 0.5));
        find.know(GRID, STREET, other, never("grid-room"), never("street-room"));
        assertThat(route(INSIDE)).isEqualTo("grid-4 other-room, above []");

        find.know(DISTRICT);
        assertThat(route(INSIDE)).isEqualTo("grid-4 district-room, above []");
    }

    @Test
    void where_nobody_at_all_is_on_duty_it_waits_for_the_room_it_belongs_to() throws Exception {
        find.know(GRID, STREET, never("grid-room"), never("street-room"));

        assertThat(route(INSIDE)).isEqualTo("grid-4 grid-room, above []");
        assertThat(route(ELSEWHERE)).isEqualTo("null street-room, above []");
    }

    private String route(@Nullable Point place) throws Exception {
        RoutedAlert routed = find.route(Alerts.at(place));
        return routed.area() + " " + routed.room() + ", above " + routed.above();
    }

    private static Duty never(String room) {
        return new Duty(room, WorkCalendar.ZONE, null, List.of());
    }

    private static Duty duty(String room, @Nullable String calendar, Shift.Days days, String from, String to) {
        Shift shift = new Shift(days, from, to, null, List.of());
        return new Duty(room, WorkCalendar.ZONE, calendar, List.of(shift));
    }

    private static Area at(String id, AreaLevel level, @Nullable String parent, @Nullable String room, double side) {
        return area(id, level, parent, room, square(120, 30, side));
    }
}
