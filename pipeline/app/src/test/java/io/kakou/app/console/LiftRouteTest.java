package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.events.LiftController;
import io.kakou.events.LiftDrive;
import io.kakou.events.LiftWire;
import io.kakou.events.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lifts by way of the console: imported, tested, let go; on the registry and on record. */
@ExtendWith(SharedConsole.class)
class LiftRouteTest {
    private static final String CONTROLLER =
            "controller: {wire: MODBUS_COIL, drive: PULSE, host: 10.0.0.9, address: 3, releaseSeconds: 5}";
    private static final String FILE = "lifts:\n- {id: cabin-1, name: 一号梯, camera: lift-1, " + CONTROLLER + "}\n"
            + "- {id: cabin-9, camera: nowhere, " + CONTROLLER + "}\n";

    private final Installation installation = SharedConsole.installation();
    private final Desk desk = SharedConsole.desk();

    @BeforeEach
    void two_lifts() throws Exception {
        assertThat(upload(FILE).status()).isEqualTo(200);
    }

    @AfterEach
    void no_lift_is_left() throws Exception {
        assertThat(upload("lifts: []").status()).isEqualTo(200);
    }

    @Test
    void a_lift_is_driven_once_its_controller_was_tested_and_only_while_it_is_that_one() throws Exception {
        try (LogTopic registry = new LogTopic(installation.kafka.service(), Topic.REGISTRY)) {
            JsonNode fresh = lift("cabin-1");
            assertThat(fresh.get("stage").asText()).isEqualTo("UNTESTED");
            assertThat(fresh.get("controller").get("host").asText()).isEqualTo("10.0.0.9");
            assertThat(prove("another", true).status()).isEqualTo(409);
            assertThat(prove(fingerprint(), true).status()).isEqualTo(200);
            assertThat(lift("cabin-1").get("driven").asBoolean()).isTrue();
            registry.await(value -> value.contains("cabin-1") && value.contains("releasedAfterSeconds"));

            assertThat(upload(FILE).json().get("changed")).isEmpty();
            assertThat(lift("cabin-1").get("driven").asBoolean()).isTrue();
            assertThat(upload(FILE.replaceFirst("address: 3", "address: 4")).status())
                    .isEqualTo(200);
            assertThat(lift("cabin-1").get("driven").asBoolean()).isFalse();
        }
    }

    @Test
    void a_test_that_refused_takes_an_older_proof_away_with_its_reason_on_record() throws Exception {
        assertThat(prove(fingerprint(), true).status()).isEqualTo(200);
        assertThat(prove(fingerprint(), false).status()).isEqualTo(200);
        assertThat(lift("cabin-1").get("driven").asBoolean()).isFalse();
        assertThat(desk.auditor.get("/api/audit").body()).contains("LIFT_TESTED", "refused: it latches");
    }

    @Test
    void an_operator_of_the_area_lets_a_door_go_with_a_reason_and_nobody_else() throws Exception {
        try (LogTopic registry = new LogTopic(installation.kafka.service(), Topic.REGISTRY)) {
            Browser.Answer done =
                    desk.pengbu.post("/api/lifts/cabin-1/release", "{\"reason\":\"居民被困\",\"minutes\":10}");
            assertThat(done.status()).as(done.body()).isEqualTo(202);
            registry.await(value -> value.contains("居民被困") && value.contains("cabin-1"));
            assertThat(lift("cabin-1").at("/release/reason").asText()).isEqualTo("居民被困");
            assertThat(desk.auditor.get("/api/audit").body()).contains("LIFT_RELEASED");
            assertThat(desk.jianqiao
                            .post("/api/lifts/cabin-1/release", "{\"reason\":\"x\"}")
                            .status())
                    .isEqualTo(404);
            assertThat(desk.pengbu.get("/api/lifts").body()).contains("cabin-1").doesNotContain("cabin-9", "10.0.0.9");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cabin-7 | {\"reason\":\"x\"} | 404 | lift cabin-7",
                "cabin-1 | {} | 400 | the reason is no line; allowed: 1 to 200 characters",
                "cabin-1 | {\"reason\":\"x\",\"minutes\":0} | 400 | minutes is no number in range; allowed: 1 to 1440",
                "cabin-1 | {\"reason\":\"x\",\"minutes\":\"ten\"} | 400 | minutes is no number in range",
                "cabin-1 | [1] | 400 | the body is no JSON object",
            })
    void what_cannot_be_so_is_refused_by_name(String lift, String body, int status, String line) throws Exception {
        Browser.Answer answer = desk.admin.post("/api/lifts/" + lift + "/release", body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains(line);
    }

    @Test
    void a_file_is_taken_whole_or_not_at_all_and_only_tried_where_that_is_asked() throws Exception {
        Browser.Answer refused = upload(FILE.replaceFirst("releaseSeconds: 5", "releaseSeconds: 60"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body())
                .contains("lifts 1: no Lift: releaseSeconds of the controller is 60.0; allowed: 1.0 to 10.0");
        JsonNode tried = desk.admin.call("PUT", "/api/lifts?try=1", "lifts: []").json();
        assertThat(tried.get("removed")).hasSize(2);
        assertThat(upload(FILE).json().at("/findings/unknownCameras/0").asText())
                .isEqualTo("nowhere (cabin-9)");
        assertThat(desk.admin.get("/api/lifts").json()).hasSize(2);
    }

    private Browser.Answer upload(String file) throws Exception {
        return desk.admin.call("PUT", "/api/lifts", file);
    }

    private JsonNode lift(String id) throws Exception {
        for (JsonNode each : desk.admin.get("/api/lifts").json()) {
            if (each.get("id").asText().equals(id)) {
                return each;
            }
        }
        throw new AssertionError("no lift " + id);
    }

    private static String fingerprint() {
        return new LiftController(
                        LiftWire.MODBUS_COIL, LiftDrive.PULSE, "10.0.0.9", 502, 0, 3, false, null, null, null, null, 5)
                .fingerprint();
    }

    static LiftController http(String url) {
        return new LiftController(LiftWire.HTTP, LiftDrive.PULSE, null, 502, 0, 0, false, null, null, null, url, 5);
    }

    private Browser.Answer prove(String controller, boolean passed) throws Exception {
        return desk.admin.post(
                "/api/lifts/cabin-1/proof",
                "{\"passed\":" + passed + ",\"controller\":\"" + controller
                        + "\",\"reason\":\"it latches\",\"releasedAfterSeconds\":4.9}");
    }
}
