package io.kakou.console.coordinates;

import static io.kakou.console.coordinates.CoordinateSystem.BD09;
import static io.kakou.console.coordinates.CoordinateSystem.GCJ02;
import static io.kakou.console.coordinates.CoordinateSystem.WGS84;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kakou.events.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinateSystemTest {
    /** A centimetre. */
    private static final double CLOSE_DEGREES = 1e-7;

    private static final double TENTH_OF_A_METRE = 0.1;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "eviltransform Shanghai, 121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
        "eviltransform Shenzhen, 113.912316, 22.543847, 113.9171764808363, 22.540796131694766",
        "eviltransform Beijing, 116.377817, 39.911954, 116.38404722455657, 39.91334545536069",
        "coordtransform Beijing, 116.404, 39.915, 116.41024449916938, 39.91640428150164"
    })
    void published_pairs_of_wgs84_and_gcj02_agree(
            String name, double east, double north, double gcjEast, double gcjNorth) {
        Point gcj = ChinaOffset.gcjOfWgs(new Point(east, north));
        assertThat(gcj.longitude()).isCloseTo(gcjEast, within(CLOSE_DEGREES));
        assertThat(gcj.latitude()).isCloseTo(gcjNorth, within(CLOSE_DEGREES));
        assertThat(metres(GCJ02.toWgs84(new Point(gcjEast, gcjNorth)), new Point(east, north)))
                .isLessThan(TENTH_OF_A_METRE);
    }

    @Test
    void the_published_pair_of_gcj02_and_bd09_agrees() {
        Point bd = ChinaOffset.bdOfGcj(new Point(116.404, 39.915));
        assertThat(bd.longitude()).isCloseTo(116.41036949371029, within(CLOSE_DEGREES));
        assertThat(bd.latitude()).isCloseTo(39.92133699351021, within(CLOSE_DEGREES));
    }

    @Test
    void there_and_back_is_less_than_a_tenth_of_a_metre_all_over_china() {
        for (double east = 75; east <= 134; east += 1.37) {
            for (double north = 18; north <= 53; north += 1.13) {
                Point wgs = new Point(east, north);
                Point gcj = ChinaOffset.gcjOfWgs(wgs);
                assertThat(metres(GCJ02.toWgs84(gcj), wgs)).as("%s", wgs).isLessThan(TENTH_OF_A_METRE);
                assertThat(metres(BD09.toWgs84(ChinaOffset.bdOfGcj(gcj)), wgs))
                        .as("%s", wgs)
                        .isLessThan(TENTH_OF_A_METRE);
            }
        }
    }

    @Test
    void a_place_is_told_to_a_map_in_its_own_system_and_abroad_as_it_is() {
        Point place = new Point(121.5272106, 31.1774276);
        Point told = GCJ02.ofWgs84(place);
        assertThat(told.longitude()).isCloseTo(121.531541859215, within(CLOSE_DEGREES));
        assertThat(told.latitude()).isCloseTo(31.17530398364597, within(CLOSE_DEGREES));
        assertThat(metres(BD09.toWgs84(BD09.ofWgs84(place)), place)).isLessThan(TENTH_OF_A_METRE);
        assertThat(WGS84.ofWgs84(place)).isEqualTo(place);
        Point paris = new Point(2.35, 48.86);
        assertThat(GCJ02.ofWgs84(paris)).isEqualTo(paris);
    }

    @Test
    void wgs84_stays_as_it_is_and_the_others_move_by_hundreds_of_metres() {
        Point given = new Point(120.2103, 30.2874);
        assertThat(WGS84.toWgs84(given)).isEqualTo(given);
        assertThat(metres(GCJ02.toWgs84(given), given)).isBetween(300.0, 700.0);
        assertThat(metres(BD09.toWgs84(given), given)).isBetween(700.0, 1500.0);
    }

    @Test
    void the_obfuscated_systems_say_nothing_about_a_place_abroad() {
        Point paris = new Point(2.35, 48.86);
        assertThat(WGS84.holdsAt(paris)).isTrue();
        assertThat(GCJ02.holdsAt(paris)).isFalse();
        assertThat(BD09.holdsAt(paris)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gcj02", "GCJ-02", " gcj02 "})
    void a_name_is_known_in_any_case(String name) {
        assertThat(CoordinateSystem.of(name)).contains(GCJ02);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cgcs", "mars"})
    void another_name_is_none(String name) {
        assertThat(CoordinateSystem.of(name)).isEmpty();
    }

    private static double metres(Point a, Point b) {
        double north = (a.latitude() - b.latitude()) * 111_320;
        double east = (a.longitude() - b.longitude()) * 111_320 * Math.cos(Math.toRadians(a.latitude()));
        return Math.hypot(north, east);
    }
}
