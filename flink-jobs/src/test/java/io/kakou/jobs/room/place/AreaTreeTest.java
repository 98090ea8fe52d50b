package io.kakou.jobs.room.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Area;
import io.kakou.events.AreaLevel;
import io.kakou.events.Incident;
import io.kakou.events.Point;
import io.kakou.events.Polygon;
import io.kakou.events.Ring;
import io.kakou.jobs.room.Alerts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AreaTreeTest {
    private static final Point INSIDE = new Point(120.15, 30.15);
    private static final Point NEARBY = new Point(120.45, 30.45);
    private static final Point ELSEWHERE = new Point(10, 10);

    private static final Area DISTRICT = area("shangcheng", AreaLevel.DISTRICT, null, "district-room", 0.9);
    private static final Area STREET = area("pengbu", AreaLevel.STREET, "shangcheng", "street-room", 0.5);
    private static final Area GRID = area("grid-4", AreaLevel.GRID, "pengbu", "grid-room", 0.2);

    @Test
    void the_deepest_area_that_holds_the_place_answers() {
        assertThat(route(INSIDE, GRID, STREET, DISTRICT)).isEqualTo("grid-4 grid-room");
        assertThat(route(NEARBY, GRID, STREET, DISTRICT)).isEqualTo("pengbu street-room");
    }

    @Test
    void an_area_without_a_room_falls_back_upward_and_stays_the_area() {
        Area unstaffedGrid = area("grid-4", AreaLevel.GRID, "pengbu", null, 0.2);
        Area unstaffedStreet = area("pengbu", AreaLevel.STREET, "shangcheng", null, 0.5);

        assertThat(route(INSIDE, unstaffedGrid, STREET, DISTRICT)).isEqualTo("grid-4 street-room");
        assertThat(route(INSIDE, unstaffedGrid, unstaffedStreet, DISTRICT)).isEqualTo("grid-4 district-room");
    }

    @Test
    void without_a_place_or_outside_every_area_the_top_answers() {
        assertThat(route(null, GRID, STREET, DISTRICT)).isEqualTo("null district-room");
        assertThat(route(ELSEWHERE, GRID, STREET, DISTRICT)).isEqualTo("null district-room");
    }

    @Test
    void without_any_staffed_room_it_is_nobodys() {
        Area unstaffed = area("grid-4", AreaLevel.GRID, null, null, 0.2);

        assertThat(route(INSIDE, unstaffed)).isEqualTo("grid-4 " + Incident.NO_ROOM);
        assertThat(route(INSIDE)).isEqualTo("null " + Incident.NO_ROOM);
    }

    @Test
    void parents_in_a_circle_do_not_hang_it() {
        Area a = area("a", AreaLevel.STREET, "b", null, 0.5);
        Area b = area("b", AreaLevel.COMMUNITY, "a", null, 0.5);
        Area self = area("self", AreaLevel.GRID, "self", null, 0.2);

        assertThat(route(INSIDE, a, b, self)).isEqualTo("self " + Incident.NO_ROOM);
        assertThat(route(INSIDE, a, b, self, DISTRICT)).isEqualTo("self district-room");
    }

    @Test
    void a_parent_that_is_not_there_falls_back_to_the_top() {
        Area orphan = area("grid-9", AreaLevel.GRID, "nowhere", null, 0.2);

        assertThat(route(INSIDE, orphan, DISTRICT)).isEqualTo("grid-9 district-room");
    }

    @Test
    void an_area_of_a_level_not_known_here_stands_below_its_parent() {
        Area building = area("building-2", AreaLevel.UNKNOWN, "grid-4", "building-room", 0.2);
        Area loose = area("loose", AreaLevel.UNKNOWN, null, "loose-room", 0.2);

        assertThat(route(INSIDE, loose, building, GRID, STREET)).isEqualTo("building-2 building-room");
        assertThat(route(INSIDE, loose, STREET)).isEqualTo("pengbu street-room");
    }

    @Test
    void of_two_equals_the_same_one_answers_whatever_their_order() {
        Area one = area("grid-1", AreaLevel.GRID, null, "room-1", 0.2);
        Area two = area("grid-2", AreaLevel.GRID, null, "room-2", 0.2);

        assertThat(route(INSIDE, one, two)).isEqualTo(route(INSIDE, two, one)).isEqualTo("grid-1 room-1");
    }

    private static String route(@Nullable Point place, Area... areas) {
        RoutedAlert routed = AreaTree.of(List.of(areas)).route(new Arrival(Alerts.at(place), 0));
        return routed.area() + " " + routed.room();
    }

    private static Area area(String id, AreaLevel level, @Nullable String parent, @Nullable String room, double side) {
        List<Point> ring = List.of(
                new Point(120, 30),
                new Point(120 + side, 30),
                new Point(120 + side, 30 + side),
                new Point(120, 30 + side));
        return new Area(id, id, level, parent, room, List.of(new Polygon(List.of(new Ring(ring)))));
    }
}
