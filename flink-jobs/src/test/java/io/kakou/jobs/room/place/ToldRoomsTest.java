package io.kakou.jobs.room.place;

import static io.kakou.jobs.room.place.Squares.area;
import static io.kakou.jobs.room.place.Squares.ring;
import static io.kakou.jobs.room.place.Squares.square;
import static io.kakou.jobs.room.place.Squares.squareWithHole;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.AreaLevel;
import io.kakou.events.Duty;
import io.kakou.events.EventKind;
import io.kakou.events.Point;
import io.kakou.events.SecondOwner;
import io.kakou.events.WorkCalendar;
import io.kakou.jobs.room.Alerts;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two streets of one district side by side, west and east of 120.1°, each with a grid on its side of the border's
 * southern half. There a thousandth of a degree is 96 m to the east and 111 m to the north.
 */
class ToldRoomsTest {
    private static final double METRE_EAST = 1 / 96_486.0;

    private RouteHarness find;

    @BeforeEach
    void open() throws Exception {
        find = RouteHarness.open();
        find.know(
                area("district", AreaLevel.DISTRICT, null, "district-room", square(119.9, 29.9, 0.5)),
                area("west", AreaLevel.STREET, "district", "west-room", square(120, 30, 0.1)),
                area("east", AreaLevel.STREET, "district", "east-room", square(120.1, 30, 0.1)),
                area("west-1", AreaLevel.GRID, "west", "west-1-room", square(120.05, 30, 0.05)),
                area("east-1", AreaLevel.GRID, "east", null, square(120.1, 30, 0.05)));
    }

    @AfterEach
    void close() throws Exception {
        assertThat(find.waiting()).isZero();
        find.close();
    }

    @Test
    void a_place_within_30_metres_of_a_border_is_told_across_it() throws Exception {
        assertThat(told(120.1 - 29 * METRE_EAST, 30.08)).isEqualTo("west-room [east-room NEIGHBOUR east]");
        assertThat(told(120.1 - 31 * METRE_EAST, 30.08)).isEqualTo("west-room []");
        assertThat(told(120.1 + 29 * METRE_EAST, 30.08)).isEqualTo("east-room [west-room NEIGHBOUR west]");
    }

    @Test
    void a_place_on_the_border_has_one_owner_and_one_neighbour() throws Exception {
        assertThat(told(120.1, 30.08)).isEqualTo("east-room [west-room NEIGHBOUR west]");
    }

    @Test
    void what_lies_above_or_below_the_place_is_no_neighbour() throws Exception {
        assertThat(told(120.05 + 10 * METRE_EAST, 30.02))
                .as("in a grid beside its street")
                .isEqualTo("west-1-room []");
        assertThat(told(120.05 - 10 * METRE_EAST, 30.02))
                .as("in the street beside a grid")
                .isEqualTo("west-room []");
    }

    @Test
    void of_areas_across_the_border_the_deepest_answers_and_where_it_has_no_room_the_one_above() throws Exception {
        assertThat(told(120.1 - 10 * METRE_EAST, 30.02)).isEqualTo("west-1-room [east-room NEIGHBOUR east-1]");
        assertThat(told(120.1 + 10 * METRE_EAST, 30.02)).isEqualTo("east-room [west-1-room NEIGHBOUR west-1]");
    }

    @Test
    void a_neighbour_without_anybody_on_duty_leaves_it_to_the_room_above_but_for_one_above_both() throws Exception {
        find.know(never("west-1-room"));
        assertThat(told(120.1 + 10 * METRE_EAST, 30.02)).isEqualTo("east-room [west-room NEIGHBOUR west-1]");

        find.know(never("west-room"));
        assertThat(told(120.1 + 10 * METRE_EAST, 30.02)).isEqualTo("east-room []");
    }

    @Test
    void an_enclave_and_what_surrounds_it_are_neighbours() throws Exception {
        double side = 0.002;
        find.know(
                area(
                        "west",
                        AreaLevel.STREET,
                        "district",
                        "west-room",
                        squareWithHole(120, 30, 0.1, ring(120.02, 30.07, side))),
                area(
                        "east",
                        AreaLevel.STREET,
                        "district",
                        "east-room",
                        square(120.1, 30, 0.1),
                        square(120.02, 30.07, side)));

        assertThat(told(120.021, 30.071)).as("its middle").isEqualTo("east-room []");
        assertThat(told(120.02 + 5 * METRE_EAST, 30.071)).isEqualTo("east-room [west-room NEIGHBOUR west]");
        assertThat(told(120.02 - 5 * METRE_EAST, 30.071)).isEqualTo("west-room [east-room NEIGHBOUR east]");
    }

    @Test
    void a_second_owner_is_told_of_its_kinds_in_its_areas_and_those_below() throws Exception {
        find.know(
                new SecondOwner("police", "police-room", List.of(EventKind.LOST_CHILD), "west"),
                new SecondOwner("watch", "watch-room", List.of(), null));

        assertThat(told(EventKind.LOST_CHILD, 120.07, 30.02))
                .isEqualTo("west-1-room [police-room SECOND_OWNER west, watch-room SECOND_OWNER null]");
        assertThat(told(EventKind.DUMPING, 120.07, 30.02)).isEqualTo("west-1-room [watch-room SECOND_OWNER null]");
        assertThat(told(EventKind.LOST_CHILD, 120.15, 30.08)).isEqualTo("east-room [watch-room SECOND_OWNER null]");

        find.forget("also~watch");
        assertThat(told(EventKind.LOST_CHILD, 120.15, 30.08)).isEqualTo("east-room []");
    }

    @Test
    void a_room_is_told_once_as_a_second_owner_before_a_neighbour_and_never_of_its_own() throws Exception {
        find.know(
                new SecondOwner("a", "east-room", List.of(), null),
                new SecondOwner("b", "east-room", List.of(), "district"),
                new SecondOwner("c", "west-room", List.of(), null));

        assertThat(told(120.1 - 9 * METRE_EAST, 30.08)).isEqualTo("west-room [east-room SECOND_OWNER null]");
    }

    private String told(double longitude, double latitude) throws Exception {
        return told(EventKind.EBIKE_IN_LIFT, longitude, latitude);
    }

    private String told(EventKind kind, double longitude, double latitude) throws Exception {
        RoutedAlert routed = find.route(Alerts.of("lift-7", kind, new Point(longitude, latitude)));
        assertThat(routed.informed())
                .allMatch(room -> room.at().equals(routed.alert().at()));
        List<String> told = routed.informed().stream()
                .map(room -> room.room() + " " + room.as() + " " + room.area())
                .toList();
        return routed.room() + " " + told;
    }

    private static Duty never(String room) {
        return new Duty(room, WorkCalendar.ZONE, null, List.of());
    }
}
