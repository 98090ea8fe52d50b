package io.kakou.console.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.console.areas.AreaMap;
import io.kakou.console.cameras.StoredCamera;
import io.kakou.console.coordinates.CoordinateSystem;
import io.kakou.events.Area;
import io.kakou.events.AreaLevel;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.Point;
import io.kakou.events.Polygon;
import io.kakou.events.Ring;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two communities side by side, 1 km wide each, with a camera every 200 m. */
class AreaReadingTest {
    private static final double WEST = 120.20;
    private static final double MIDDLE = 120.21;
    private static final double EAST = 120.22;
    private static final double SOUTH = 30.28;
    private static final double NORTH = 30.29;

    private static final List<Area> ON_THE_GROUND = List.of(area("west", WEST, MIDDLE), area("east", MIDDLE, EAST));

    @ParameterizedTest
    @EnumSource(
            value = CoordinateSystem.class,
            names = {"GCJ02", "BD09"})
    void a_shifted_file_leaves_cameras_outside_or_next_door_and_is_said_to_be_of_its_system(CoordinateSystem system) {
        AreaReading reading = new AreaReading(in(system), CoordinateSystem.WGS84);
        AreaReading.Suspicion said = reading.suspicion(cameras()).orElseThrow();
        assertThat(said.other()).isEqualTo(system);
        assertThat(said.asGiven()).isGreaterThan(10);
        assertThat(said.asOther()).isZero();
        assertThat(new AreaReading(in(system), system).suspicion(cameras())).isEmpty();
    }

    @Test
    void a_file_in_degrees_of_gps_that_is_read_as_shifted_is_suspected_too() {
        assertThat(new AreaReading(ON_THE_GROUND, CoordinateSystem.GCJ02).suspicion(cameras()))
                .hasValueSatisfying(said -> assertThat(said.other()).isEqualTo(CoordinateSystem.WGS84));
    }

    @Test
    void read_in_its_own_system_it_lies_where_it_was_drawn() {
        Point corner = new AreaReading(in(CoordinateSystem.BD09), CoordinateSystem.BD09)
                .areas()
                .get(0)
                .polygons()
                .get(0)
                .rings()
                .get(0)
                .points()
                .get(0);
        assertThat(corner.longitude()).isCloseTo(WEST, Offset.offset(2e-6));
        assertThat(corner.latitude()).isCloseTo(SOUTH, Offset.offset(2e-6));
    }

    @Test
    void new_borders_that_no_system_explains_and_cameras_that_never_fitted_raise_no_suspicion() {
        List<Area> swapped = List.of(area("east", WEST, MIDDLE), area("west", MIDDLE, EAST));
        assertThat(new AreaReading(swapped, CoordinateSystem.WGS84).suspicion(cameras()))
                .isEmpty();
        List<StoredCamera> far = List.of(new StoredCamera(camera("far", new Point(121.9, 31.2)), null));
        assertThat(new AreaReading(ON_THE_GROUND, CoordinateSystem.WGS84).suspicion(far))
                .isEmpty();
        assertThat(new AreaReading(ON_THE_GROUND, CoordinateSystem.WGS84).suspicion(cameras()))
                .isEmpty();
    }

    /** As a map in that system shows them. */
    private static List<Area> in(CoordinateSystem system) {
        return ON_THE_GROUND.stream()
                .map(area -> new Area(
                        area.id(),
                        area.name(),
                        area.level(),
                        null,
                        null,
                        List.of(new Polygon(List.of(new Ring(area.polygons().get(0).rings().get(0).points().stream()
                                .map(system::ofWgs84)
                                .toList()))))))
                .toList();
    }

    private static List<StoredCamera> cameras() {
        AreaMap now = new AreaMap(ON_THE_GROUND);
        List<StoredCamera> cameras = new ArrayList<>();
        for (double x = WEST + 0.001; x < EAST; x += 0.002) {
            for (double y = SOUTH + 0.001; y < NORTH; y += 0.002) {
                Point place = new Point(x, y);
                Camera camera = camera("c" + cameras.size(), place);
                cameras.add(new StoredCamera(camera, now.at(place).map(Area::id).orElse(null)));
            }
        }
        return cameras;
    }

    private static Camera camera(String id, Point place) {
        return new Camera(id, id, CameraKind.STREET, place, null, null, null, List.of(), List.of());
    }

    private static Area area(String id, double west, double east) {
        Ring ring = new Ring(List.of(
                new Point(west, SOUTH),
                new Point(east, SOUTH),
                new Point(east, NORTH),
                new Point(west, NORTH),
                new Point(west, SOUTH)));
        return new Area(id, id, AreaLevel.COMMUNITY, null, null, List.of(new Polygon(List.of(ring))));
    }
}
