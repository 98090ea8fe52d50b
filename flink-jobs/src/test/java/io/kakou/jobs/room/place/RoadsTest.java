package io.kakou.jobs.room.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.EventKind;
import io.kakou.events.Road;
import io.kakou.jobs.room.Alerts;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which road an alert is of, and which cameras see the next stretch of it. */
class RoadsTest {
    private RouteHarness find;

    @BeforeEach
    void open() throws Exception {
        find = RouteHarness.open();
        find.know(new Road("r2", "天城路", List.of("cam-1", "cam-2", "cam-3")));
    }

    @AfterEach
    void close() throws Exception {
        assertThat(find.waiting()).isZero();
        find.close();
    }

    @Test
    void water_is_one_incident_along_a_road_and_names_the_cameras_beside() throws Exception {
        assertThat(water("cam-1")).isEqualTo("r2 [cam-2] road~r2~WATERLOGGING");
        assertThat(water("cam-2")).isEqualTo("r2 [cam-1, cam-3] road~r2~WATERLOGGING");
        assertThat(water("cam-9")).isEqualTo("null [] cam-9~WATERLOGGING");
    }

    @Test
    void other_kinds_stay_at_their_camera() throws Exception {
        for (EventKind kind : EventKind.values()) {
            if (kind != EventKind.WATERLOGGING) {
                RoutedAlert routed = find.route(Alerts.of("cam-2", kind, null));
                assertThat(routed.road()).isNull();
                assertThat(routed.mergeKey()).isEqualTo("cam-2~" + kind);
            }
        }
    }

    @Test
    void a_camera_of_two_roads_stands_on_the_one_with_the_smaller_id() throws Exception {
        find.know(new Road("r1", "机场路", List.of("cam-9", "cam-2")));
        assertThat(water("cam-2")).isEqualTo("r1 [cam-9] road~r1~WATERLOGGING");
        assertThat(water("cam-1")).isEqualTo("r2 [cam-2] road~r2~WATERLOGGING");

        find.forget("road~r1");
        assertThat(water("cam-2")).isEqualTo("r2 [cam-1, cam-3] road~r2~WATERLOGGING");
    }

    @Test
    void no_camera_is_called_like_a_road_and_the_longest_id_of_a_road_is_a_key() throws Exception {
        String longest = "r".repeat(64);
        find.know(new Road(longest, "", List.of("cam-5")), new Road("7", "", List.of("cam-6")));

        assertThat(water("cam-5")).endsWith("road~" + longest + "~WATERLOGGING");
        assertThat(water("road-7")).isNotEqualTo(water("cam-6"));
    }

    private String water(String camera) throws Exception {
        RoutedAlert routed = find.route(Alerts.of(camera, EventKind.WATERLOGGING, null));
        return routed.road() + " " + routed.beside() + " " + routed.mergeKey();
    }
}
