package io.kakou.console.geojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kakou.events.Area;
import io.kakou.events.AreaLevel;
import io.kakou.events.Point;
import io.kakou.events.Polygon;
import io.kakou.events.Ring;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FitTest {
    @Test
    void parts_that_meet_at_their_border_and_fill_their_parent_leave_nothing_to_tell() {
        Fit.Report report = Fit.of(List.of(
                area("street", null, square(0, 10)),
                area("west", "street", square(0, 5)),
                area("east", "street", square(5, 10))));
        assertThat(report.overlaps()).isEmpty();
        assertThat(report.gaps()).isEmpty();
    }

    @Test
    void what_two_parts_claim_and_what_none_does_is_told_as_a_share() {
        Fit.Report report = Fit.of(List.of(
                area("street", null, square(0, 10)),
                area("west", "street", square(0, 4)),
                area("east", "street", square(3, 8))));
        assertThat(report.overlaps()).singleElement().satisfies(overlap -> {
            assertThat(overlap.one() + " " + overlap.other()).isEqualTo("west east");
            assertThat(overlap.share()).isCloseTo(0.25, within(1e-9));
        });
        assertThat(report.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.area()).isEqualTo("street");
            assertThat(gap.share()).isCloseTo(0.2, within(1e-9));
        });
    }

    @Test
    void a_hole_is_no_ground_and_areas_of_other_parents_may_lie_anywhere() {
        Polygon ringRoad = new Polygon(List.of(ring(0, 10, 0, 10), ring(2, 8, 2, 8)));
        Fit.Report report = Fit.of(List.of(
                area("ring", null, ringRoad),
                area("inside", null, new Polygon(List.of(ring(2, 8, 2, 8)))),
                area("elsewhere", "inside", new Polygon(List.of(ring(2, 8, 2, 8))))));
        assertThat(report.overlaps()).isEmpty();
        assertThat(report.gaps()).isEmpty();
    }

    private static Area area(String id, @Nullable String parent, Polygon polygon) {
        return new Area(id, id, AreaLevel.GRID, parent, null, List.of(polygon));
    }

    private static Polygon square(double west, double east) {
        return new Polygon(List.of(ring(west, east, 0, 10)));
    }

    private static Ring ring(double west, double east, double south, double north) {
        return new Ring(List.of(
                new Point(west, south), new Point(east, south), new Point(east, north), new Point(west, north)));
    }
}
