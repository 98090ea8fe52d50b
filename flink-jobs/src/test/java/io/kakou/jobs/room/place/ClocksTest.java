package io.kakou.jobs.room.place;

import static io.kakou.jobs.room.place.Squares.area;
import static io.kakou.jobs.room.place.Squares.square;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.AreaLevel;
import io.kakou.events.ClockLimit;
import io.kakou.events.ClockProfile;
import io.kakou.events.ClockStep;
import io.kakou.events.Counting;
import io.kakou.events.EventKind;
import io.kakou.events.Point;
import io.kakou.events.WorkCalendar;
import io.kakou.jobs.room.Alerts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which clock an alert runs by. */
class ClocksTest {
    private static final Point IN_GRID = new Point(120.1, 30.1);
    private static final Point IN_STREET = new Point(120.4, 30.4);

    private RouteHarness find;

    @BeforeEach
    void open() throws Exception {
        find = RouteHarness.open();
        find.know(
                area("grid", AreaLevel.GRID, "street", null, square(120, 30, 0.2)),
                area("street", AreaLevel.STREET, null, "street-room", square(120, 30, 0.5)));
    }

    @AfterEach
    void close() throws Exception {
        assertThat(find.waiting()).isZero();
        find.close();
    }

    @Test
    void a_profile_for_the_kind_goes_before_one_for_all_and_without_any_it_is_1_3_5() throws Exception {
        assertThat(clock(IN_GRID)).isEqualTo("1-3-5");

        find.know(profile("a-all", List.of(), List.of()));
        assertThat(clock(IN_GRID)).isEqualTo("a-all");

        find.know(profile("for-lifts", List.of(EventKind.EBIKE_IN_LIFT), List.of()));
        assertThat(clock(IN_GRID)).isEqualTo("for-lifts");

        find.forget("clock~for-lifts");
        assertThat(clock(IN_GRID)).isEqualTo("a-all");
    }

    @Test
    void the_nearest_area_that_has_one_goes_before_all_above_it_whatever_its_kinds() throws Exception {
        find.know(
                profile("everywhere", List.of(EventKind.EBIKE_IN_LIFT), List.of()),
                profile("of-street", List.of(EventKind.EBIKE_IN_LIFT), List.of("street")));
        assertThat(clock(IN_GRID)).isEqualTo("of-street");
        assertThat(clock(null)).isEqualTo("everywhere");

        find.know(profile("of-grid", List.of(), List.of("elsewhere", "grid")));
        assertThat(clock(IN_GRID)).isEqualTo("of-grid");
        assertThat(clock(IN_STREET)).isEqualTo("of-street");

        find.know(profile("water-of-grid", List.of(EventKind.WATERLOGGING), List.of("grid")));
        assertThat(clock(IN_GRID)).isEqualTo("of-grid");
    }

    @Test
    void of_several_at_one_area_the_one_with_the_smallest_id_holds() throws Exception {
        find.know(profile("b", List.of(), List.of("grid")), profile("a", List.of(), List.of("grid")));

        assertThat(clock(IN_GRID)).isEqualTo("a");
    }

    @Test
    void its_calendar_comes_with_it_as_soon_as_it_is_known() throws Exception {
        WorkCalendar city = new WorkCalendar("city", WorkCalendar.ZONE, List.of(), List.of(), List.of());
        ClockLimit limit = new ClockLimit(ClockStep.CLOSE, 3_600, Counting.WORKING_HOURS);
        find.know(new ClockProfile("office", List.of(), List.of(limit), List.of(), "city", List.of()));
        assertThat(find.route(Alerts.at(IN_GRID)).calendar()).isNull();

        find.know(city);
        assertThat(find.route(Alerts.at(IN_GRID)).calendar()).isEqualTo(city);

        find.forget("calendar~city");
        assertThat(find.route(Alerts.at(IN_GRID)).calendar()).isNull();
    }

    private String clock(@Nullable Point place) throws Exception {
        return find.route(Alerts.at(place)).clock().id();
    }

    private static ClockProfile profile(String id, List<EventKind> kinds, List<String> areas) {
        return new ClockProfile(id, kinds, List.of(new ClockLimit(ClockStep.RESPOND, 30)), areas, null, List.of());
    }
}
