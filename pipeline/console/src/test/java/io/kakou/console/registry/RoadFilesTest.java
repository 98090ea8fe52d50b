package io.kakou.console.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kakou.console.coordinates.CoordinateSystem;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.Point;
import io.kakou.events.Road;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A degree of longitude is 96.5 km here, one of latitude 111 km. */
class RoadFilesTest {
    private static final List<Camera> CAMERAS = List.of(
            camera("c-east", CameraKind.ROAD, new Point(120.2200, 30.2801)),
            camera("c-west", CameraKind.ROAD, new Point(120.2100, 30.2799)),
            camera("c-middle", CameraKind.ROAD, new Point(120.2150, 30.2802)),
            camera("c-corner", CameraKind.ROAD, new Point(120.2300, 30.2802)),
            camera("lift", CameraKind.LIFT, new Point(120.2150, 30.2800)),
            camera("c-nowhere", CameraKind.ROAD, null));
    private static final String EAST_WEST = line("tiancheng", "天城路", "[120.2000,30.2800],[120.2300,30.2800]");
    private static final String NORTH_SOUTH = line("jichang", "机场路", "[120.2301,30.2700],[120.2301,30.2900]");

    @Test
    void cameras_stand_along_the_nearest_road_in_the_order_of_its_line() throws Exception {
        List<Road> roads = read(CoordinateSystem.WGS84, EAST_WEST, NORTH_SOUTH).roads();

        assertThat(roads).extracting(Road::name).containsExactly("天城路", "机场路");
        assertThat(roads.get(0).cameras()).containsExactly("c-west", "c-middle", "c-east");
        assertThat(roads.get(1).cameras())
                .as("10 m from one road, 22 m from the other")
                .containsExactly("c-corner");
    }

    @Test
    void a_road_in_parts_is_walked_part_by_part() throws Exception {
        String parts = EAST_WEST
                .replace("LineString", "MultiLineString")
                .replace(
                        "[[120.2000,30.2800],[120.2300,30.2800]]",
                        "[[[120.2120,30.28],[120.23,30.28]],[[120.2,30.28],[120.212,30.28]]]");

        assertThat(read(CoordinateSystem.WGS84, parts).roads().get(0).cameras())
                .containsExactly("c-middle", "c-east", "c-corner", "c-west");
    }

    @Test
    void a_road_in_other_coordinates_is_found_out_by_the_cameras_and_read_right_when_that_is_said() throws Exception {
        // The same road as Amap has it, half a kilometre off.
        String amap = line("tiancheng", "天城路", "[120.20468,30.27758],[120.23476,30.27762]");
        assertThat(read(CoordinateSystem.WGS84, amap).misplaced())
                .singleElement()
                .asString()
                .matches("feature 1 \\(\"tiancheng\"\\): no camera stands within 40 m of it; read as GCJ02, [34] do");
        assertThat(read(CoordinateSystem.GCJ02, amap).roads().get(0).cameras())
                .startsWith("c-west", "c-middle", "c-east");
        assertThat(read(CoordinateSystem.GCJ02, EAST_WEST).misplaced().get(0)).contains("read as WGS84");
    }

    @Test
    void a_road_that_lies_nowhere_near_says_how_far_off_it_is() throws Exception {
        String far = line("far", "远路", "[120.2000,30.3000],[120.2300,30.3000]");

        assertThat(read(CoordinateSystem.WGS84, far).misplaced())
                .containsExactly("feature 1 (\"far\"): no camera stands within 40 m of it; the nearest is 2202 m away");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[30.28,120.20],[30.28,120.23] | feature 1 (\"r\"): line 1, position 1 is [30.28, 120.2]; allowed:"
                        + " longitude -180 to 180, then latitude -90 to 90 (latitude seems to stand first)",
                "[230500.5,3352000],[230900,3352000] | feature 1 (\"r\"): line 1, position 1 is [230500.5, 3352000.0];"
                        + " allowed: longitude -180 to 180, then latitude -90 to 90 (these seem to be metres of a"
                        + " projection, not degrees of WGS-84)",
                "[120.2,30.28] | feature 1 (\"r\"): line 1 has 1 positions; allowed: 2 or more",
            })
    void a_line_that_cannot_be_is_refused_with_what_it_looks_like(String positions, String problem) {
        assertThatExceptionOfType(UnfitFile.class)
                .isThrownBy(() -> read(CoordinateSystem.WGS84, line("r", "路", positions)))
                .withMessage(problem);
    }

    @Test
    void a_table_has_a_line_a_camera_in_any_order() throws Exception {
        String table =
                """
                道路编号,道路名称,次序,点位编号
                tiancheng,天城路,20,c-middle
                tiancheng,天城路,10,c-west
                jichang,机场路,1,c-west
                """;
        List<Road> roads = RoadFiles.read(table.getBytes(UTF_8), List.of()).roads();

        assertThat(roads)
                .containsExactly(
                        new Road("tiancheng", "天城路", List.of("c-west", "c-middle")),
                        new Road("jichang", "机场路", List.of("c-west")));
    }

    @Test
    void every_wrong_line_of_a_table_is_named() {
        String table =
                """
                road,order,camera
                r 1,1,c1
                r1,first,c1
                r1,1,c1
                r1,1,c2
                r1,2,c1
                """;
        assertThatExceptionOfType(UnfitFile.class)
                .isThrownBy(() -> RoadFiles.read(table.getBytes(UTF_8), List.of()))
                .satisfies(e -> assertThat(e.problems())
                        .hasSize(4)
                        .anyMatch(line -> line.startsWith("line 2: road"))
                        .anyMatch(line -> line.equals("line 3: order is \"first\"; allowed: a number"))
                        .anyMatch(line -> line.startsWith("line 5: road r1 has the order"))
                        .anyMatch(line -> line.startsWith("line 6: road r1 has the order or the camera of line 4")));
        assertThatExceptionOfType(UnfitFile.class)
                .isThrownBy(() -> RoadFiles.read("road,camera\nr1,c1\n".getBytes(UTF_8), List.of()))
                .withMessageContaining("has no column order");
    }

    private static RoadFiles.Read read(CoordinateSystem system, String... features) throws UnfitFile {
        String file = "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
        return RoadFiles.read(file.getBytes(UTF_8), new RoadRequest(system, 40), CAMERAS);
    }

    private static String line(String id, String name, String positions) {
        return """
                {"type":"Feature","properties":{"id":"%s","name":"%s"},
                 "geometry":{"type":"LineString","coordinates":[%s]}}
                """
                .formatted(id, name, positions);
    }

    private static Camera camera(String id, CameraKind kind, @Nullable Point place) {
        List<EventKind> watched = kind == CameraKind.LIFT ? List.of(EventKind.EBIKE_IN_LIFT) : List.of();
        return new Camera(id, id, kind, place, null, null, "rtsp://h/" + id, List.of(), watched);
    }
}
