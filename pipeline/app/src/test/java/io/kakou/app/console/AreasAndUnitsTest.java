package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.console.accounts.Role;
import io.kakou.events.Area;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The area tree taken from a file, and the units that work in it. */
@ExtendWith(SharedConsole.class)
class AreasAndUnitsTest {
    private static final String SHANGCHENG = feature("shangcheng", "上城区", "district", null, 120.0, 121.0);
    private static final String PENGBU = feature("pengbu", "彭埠街道", "street", "shangcheng", 120.2, 120.3);
    private static final String JIANQIAO = feature("jianqiao", "笕桥街道", "street", "shangcheng", 120.4, 120.5);

    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = SharedConsole.desk();
    }

    @AfterEach
    void put_the_street_back() throws Exception {
        assertThat(put("", SHANGCHENG, PENGBU, JIANQIAO).status()).isEqualTo(200);
    }

    @Test
    void a_file_is_tried_and_then_taken_and_the_log_hears_what_changed() throws Exception {
        String grid = feature("xintang", "新塘社区", "community", "pengbu", 120.2, 120.22);
        JsonNode tried = put("?try=1", SHANGCHENG, PENGBU, grid).json();
        assertThat(words(tried, "added")).containsExactly("xintang");
        assertThat(words(tried, "removed")).containsExactly("jianqiao");
        assertThat(words(tried, "camerasOutside")).isEmpty();
        assertThat(words(tried, "unitsLost")).containsExactly("巡逻二组");
        assertThat(words(tried, "usersLost")).isNotEmpty();
        assertThat(tried.get("gaps").get(0).get("area").asText()).isEqualTo("shangcheng");
        assertThat(desk.admin.get("/api/areas").body()).contains("jianqiao").doesNotContain("xintang");

        assertThat(put("", SHANGCHENG, PENGBU, grid).status()).isEqualTo(200);
        assertThat(desk.admin.get("/api/areas").body()).contains("xintang").doesNotContain("jianqiao");
        assertThat(desk.engineer.get("/api/cameras").body()).contains("\"areaName\":\"新塘社区\"");
        assertThat(desk.pengbu.get("/api/cameras").body())
                .as("a part of one's area is one's own")
                .contains("lift-1");
        try (LogTopic registry = new LogTopic(desk.installation.kafka.service(), Topic.REGISTRY)) {
            Area told = Json.read(Area.class, registry.await(value -> value.contains("新塘社区")));
            assertThat(told.parent()).isEqualTo("pengbu");
            registry.awaitRemoval("area~jianqiao");
        }
    }

    @Test
    void a_bad_file_is_refused_line_by_line_and_nothing_is_taken() throws Exception {
        String orphan = feature("orphan", "孤儿网格", "grid", "nowhere", 120.2, 120.3);
        String unknown = feature("moon", "月球", "planet", null, 120.2, 120.3);
        Browser.Answer refused = put("", SHANGCHENG, orphan, unknown);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(words(refused.json(), "problems"))
                .hasSize(2)
                .anyMatch(line -> line.contains("\"planet\" is not known"))
                .anyMatch(line -> line.contains("parent \"nowhere\""));
        assertThat(desk.admin.get("/api/areas").body()).contains("jianqiao").doesNotContain("orphan");
        assertThat(desk.admin
                        .call("PUT", "/api/areas", "")
                        .json()
                        .get("problems")
                        .get(0)
                        .asText())
                .contains("it is empty");
    }

    @Test
    void areas_that_lie_on_each_other_are_told_and_taken() throws Exception {
        String wide = feature("jianqiao", "笕桥街道", "street", "shangcheng", 120.25, 120.5);
        JsonNode report = put("?try=1", SHANGCHENG, PENGBU, wide).json();
        JsonNode overlap = report.get("overlaps").get(0);
        assertThat(overlap.get("one").asText()).isEqualTo("pengbu");
        assertThat(overlap.get("share").asDouble()).isBetween(0.49, 0.51);
        assertThat(words(report, "changed")).contains("jianqiao");
    }

    @Test
    void a_unit_is_made_changed_and_removed_within_ones_areas() throws Exception {
        Browser local = new People(desk.installation).browser(Role.ADMINISTRATOR, "pengbu");
        String unit = "{\"id\":\"fire-9\",\"name\":\"微型消防站\",\"area\":\"pengbu\",\"phone\":\"0571-8600 1234\"}";
        assertThat(local.post("/api/units", unit).status()).isEqualTo(201);
        assertThat(local.post("/api/units", unit).body()).contains("is there already");
        assertThat(desk.pengbu.get("/api/units").body()).contains("微型消防站", "0571-8600 1234");
        assertThat(desk.jianqiao.get("/api/units").body()).doesNotContain("fire-9");
        assertThat(local.call("PUT", "/api/units/fire-9", unit.replace("0571-8600 1234", "call me"))
                        .body())
                .contains("is no number");
        assertThat(local.call("PUT", "/api/units/fire-9", unit.replace("pengbu", "jianqiao"))
                        .body())
                .contains("not one of yours");
        assertThat(local.call("PUT", "/api/units/patrol-2", unit).status()).isEqualTo(404);
        assertThat(local.call("PUT", "/api/units/fire-9", unit.replace("微型", "小型"))
                        .status())
                .isEqualTo(200);
        assertThat(desk.pengbu.get("/api/units").body()).contains("小型消防站");
        assertThat(local.call("DELETE", "/api/units/fire-9", "").status()).isEqualTo(200);
        assertThat(desk.pengbu.get("/api/units").body()).doesNotContain("fire-9");
    }

    private static Browser.Answer put(String how, String... features) throws Exception {
        return desk.admin.call(
                "PUT",
                "/api/areas" + how,
                "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
    }

    private static String feature(
            String id, String name, String level, @Nullable String parent, double west, double east) {
        String above = parent == null ? "null" : '"' + parent + '"';
        return """
                {"type":"Feature","properties":{"id":"%s","name":"%s","level":"%s","parent":%s,"room":"room-%s"},
                 "geometry":{"type":"Polygon","coordinates":[[[%s,30.2],[%s,30.2],[%s,30.3],[%s,30.3],[%s,30.2]]]}}
                """
                .formatted(id, name, level, above, id, west, east, east, west, west);
    }

    private static List<String> words(JsonNode report, String field) {
        List<String> words = new ArrayList<>();
        report.get(field).forEach(word -> words.add(word.asText()));
        return words;
    }
}
