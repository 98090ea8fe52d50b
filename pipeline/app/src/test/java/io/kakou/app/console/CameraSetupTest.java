package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.console.accounts.Role;
import io.kakou.events.Camera;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cameras as people set them up. */
@ExtendWith(SharedConsole.class)
class CameraSetupTest {
    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = SharedConsole.desk();
    }

    @Test
    void a_camera_is_set_up_and_its_login_leaves_only_sealed() throws Exception {
        String body = "{\"id\":\"gate-9\",\"name\":\"九号门\",\"kind\":\"GATE\",\"watched\":[],\"zones\":[],"
                + "\"place\":{\"longitude\":120.22,\"latitude\":30.25},"
                + "\"subStream\":\"rtsp://admin:p%40ss@10.0.0.9:554/sub\"}";
        Browser.Answer added = desk.engineer.post("/api/cameras", body);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.body())
                .contains("\"hasLogin\":true", "rtsp://10.0.0.9:554/sub", "pengbu")
                .doesNotContain("ss@");
        try (LogTopic cameras = new LogTopic(desk.installation.kafka.service(), Topic.CAMERAS)) {
            Camera camera = Json.read(Camera.class, cameras.await(value -> value.contains("gate-9")));
            assertThat(Installation.SECRETS.open(String.valueOf(camera.login())))
                    .isEqualTo("admin:p@ss");
            assertThat(desk.engineer.post("/api/cameras", body).body()).contains("is there already");
            assertThat(desk.engineer
                            .call(
                                    "PUT",
                                    "/api/cameras/gate-9",
                                    body.replace("九号门", "九号大门").replace("admin:p%40ss@", ""))
                            .json()
                            .get("hasLogin")
                            .asBoolean())
                    .isTrue();
            assertThat(desk.engineer
                            .get("/api/cameras/lift-1/near")
                            .json()
                            .get(0)
                            .get("id")
                            .asText())
                    .isEqualTo("gate-9");
            assertThat(desk.engineer.call("DELETE", "/api/cameras/gate-9", "").status())
                    .isEqualTo(200);
            cameras.awaitRemoval("gate-9");
        }
        assertThat(desk.engineer.get("/api/cameras").body()).doesNotContain("gate-9");
    }

    @Test
    void what_a_camera_has_taught_is_forgotten_and_who_wanted_it_is_on_record() throws Exception {
        String body = "{\"id\":\"road-9\",\"kind\":\"ROAD\",\"watched\":[],\"subStream\":\"rtsp://10.0.0.9/sub\"}";
        assertThat(desk.engineer.post("/api/cameras", body).status()).isEqualTo(201);
        try (LogTopic cameras = new LogTopic(desk.installation.kafka.service(), Topic.CAMERAS)) {
            Camera before = Json.read(Camera.class, cameras.await(value -> value.contains("road-9")));
            String why = "\"reason\":\"the road was repaved\"";
            String forget = "/api/cameras/road-9/forget";
            assertThat(desk.engineer
                            .post(forget, "{\"rule\":\"waterlogging\"," + why + "}")
                            .status())
                    .isEqualTo(200);
            Camera after = Json.read(Camera.class, cameras.await(value -> value.contains("\"forgotten\"")));
            assertThat(after.memoryEpoch("waterlogging")).isNotEqualTo(before.memoryEpoch("waterlogging"));
            assertThat(after.memoryEpoch("lost-child")).isEqualTo(before.memoryEpoch("lost-child"));
            assertThat(desk.engineer.call("PUT", "/api/cameras/road-9", body).status())
                    .isEqualTo(200);
            assertThat(desk.engineer.get("/api/cameras").body()).contains("\"forgotten\":{\"waterlogging\":1}");
            assertThat(desk.engineer.post(forget, "{}").body()).contains("reason is missing");
            assertThat(desk.engineer
                            .post(forget, "{\"rule\":\"x\"," + why + "}")
                            .body())
                    .contains("nothing is learned by", "waterlogging");
        }
        Browser auditor = new People(desk.installation).browser(Role.AUDITOR, "*");
        assertThat(auditor.get("/api/audit").body())
                .contains("FORGOTTEN", "road-9~waterlogging", "the road was repaved");
        assertThat(desk.engineer.call("DELETE", "/api/cameras/road-9", "").status())
                .isEqualTo(200);
    }

    @Test
    void a_camera_that_is_none_is_refused_by_name() throws Exception {
        assertThat(desk.engineer
                        .post("/api/cameras", "{\"subStream\":\"http://x/y\",\"watched\":[]}")
                        .body())
                .contains("rtsp://host", "\"field\":\"subStream\"");
        assertThat(desk.engineer
                        .post("/api/cameras", "{\"id\":\"a b\",\"subStream\":\"rtsp://x/y\",\"watched\":[]}")
                        .body())
                .contains("is not an id");
        assertThat(desk.engineer.post("/api/cameras", "{\"watched\":[]}").body())
                .contains("has no address");
        assertThat(desk.engineer.post("/api/cameras", "not json").body()).contains("no JSON object");
        Browser local = new People(desk.installation).browser(Role.ENGINEER, "pengbu");
        assertThat(local.post(
                                "/api/cameras",
                                "{\"subStream\":\"rtsp://x/y\",\"watched\":[],\"place\":{\"longitude\":120.41,\"latitude\":30.25}}")
                        .body())
                .contains("outside your areas");
    }

    @Test
    void the_probe_is_the_doors_answer() throws Exception {
        String body = "{\"url\":\"rtsp://10.0.0.9/sub\",\"user\":\"u\",\"password\":\"p\"}";
        assertThat(desk.engineer
                        .post("/api/cameras/probe", body)
                        .json()
                        .get("url")
                        .asText())
                .isEqualTo("rtsp://10.0.0.9/sub");
    }
}
