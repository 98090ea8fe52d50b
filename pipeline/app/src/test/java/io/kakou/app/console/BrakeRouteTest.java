package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.events.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules off and on by way of the console: on the registry, on the pages, on record. */
@ExtendWith(SharedConsole.class)
class BrakeRouteTest {
    private final Installation installation = SharedConsole.installation();
    private final Desk desk = SharedConsole.desk();

    @AfterEach
    void every_rule_is_on_again() throws Exception {
        for (JsonNode each : desk.admin.get("/api/brakes").json()) {
            String body = "{\"brake\":" + each.get("id") + ",\"reason\":\"after the test\"}";
            assertThat(desk.admin.post("/api/brakes/release", body).status()).isEqualTo(200);
        }
    }

    @Test
    void a_brake_is_on_the_registry_on_every_page_that_it_touches_and_on_record_and_so_is_its_end() throws Exception {
        try (Events pengbu = desk.pengbu.events("");
                LogTopic registry = new LogTopic(installation.kafka.service(), Topic.REGISTRY)) {
            pengbu.await("hello", data -> true);
            Browser.Answer off = off("EBIKE_IN_LIFT", "\"lift-1\"", "误报过多", "2h");
            assertThat(off.status()).as(off.body()).isEqualTo(201);
            String id = off.json().get("id").asText();
            JsonNode shown = pengbu.await(
                    "brakes", data -> data.at("/brakes/0/id").asText().equals(id));
            assertThat(shown.at("/brakes/0/reason").asText()).isEqualTo("误报过多");
            assertThat(shown.at("/brakes/0/cameras/0/name").asText()).isEqualTo("新塘苑1幢电梯");
            assertThat(shown.at("/brakes/0/of").asInt()).isEqualTo(1);
            assertThat(shown.at("/brakes/0/inForce").asInt()).isZero();
            assertThat(shown.at("/brakes/0/userName").asText()).isNotBlank();
            Instant until = Instant.parse(shown.at("/brakes/0/until").asText());
            assertThat(Duration.between(Instant.now(), until)).isBetween(Duration.ofMinutes(118), Duration.ofHours(2));
            registry.await(value -> value.contains(id) && value.contains("lift-1"));
            assertThat(desk.jianqiao.get("/api/brakes").json()).isEmpty();

            assertThat(on("\"brake\":\"" + id + "\"").status()).isEqualTo(200);
            pengbu.await("brakes", data -> data.get("brakes").isEmpty());
            registry.awaitRemoval("brake~" + id);
            JsonNode audit = desk.auditor.get("/api/audit").json();
            assertThat(audit.toString()).contains("RULE_OFF", "RULE_ON", "EBIKE_IN_LIFT~" + id, "误报过多");
        }
    }

    @Test
    void a_brake_ends_by_itself_and_that_is_on_record() throws Exception {
        try (LogTopic registry = new LogTopic(installation.kafka.service(), Topic.REGISTRY)) {
            String id = off("MUCK_TRUCK", "", "test", "1s").json().get("id").asText();
            registry.awaitRemoval("brake~" + id);
            assertThat(desk.admin.get("/api/brakes").json()).isEmpty();
            awaitOnRecord("MUCK_TRUCK~" + id, "its time was over");
        }
    }

    @Test
    void switched_on_at_one_camera_it_stays_off_elsewhere_and_every_camera_is_the_whole_street() throws Exception {
        String id = off("EBIKE_IN_LIFT", "", "test", "1h").json().get("id").asText();
        assertThat(one(id).get("everywhere").asBoolean()).isTrue();
        assertThat(ids(one(id))).containsExactly("lift-1", "lift-2");
        assertThat(on("\"kind\":\"EBIKE_IN_LIFT\",\"cameras\":[\"lift-1\"]").status())
                .isEqualTo(200);
        assertThat(ids(one(id))).containsExactly("lift-2");
        assertThat(desk.pengbu.get("/api/brakes").json()).isEmpty();
        assertThat(on("\"kind\":\"EBIKE_IN_LIFT\"").status()).isEqualTo(200);
        Browser.Answer again = on("\"kind\":\"EBIKE_IN_LIFT\"");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("is not off there; off are: none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FLOOD         | ''          | why | 2h | kind is another word; allowed: WATERLOGGING, LOST_CHILD",
                "DUMPING       | \"nothing\" | why | 2h | there is no camera nothing; allowed: lift-1, lift-2",
                "DUMPING       | 7           | why | 2h | there is no camera 7",
                "DUMPING       | ''          | ''  | 2h | the reason is no line; allowed: 1 to 200 characters",
                "DUMPING       | ''          | why | '' | until is missing; allowed: 45m, 2h, 3d",
                "DUMPING       | ''          | why | 0m | which has passed; allowed: 90s, 45m, 2h, 3d, or a time",
                "DUMPING       | ''          | why | 32d | which is too far ahead; allowed:",
                "DUMPING       | ''          | why | 2020-01-01T00:00:00Z | which has passed",
                "DUMPING       | ''          | why | tomorrow | until is \\\"tomorrow\\\"; allowed:",
            })
    void what_cannot_be_so_is_refused_by_name(String kind, String cameras, String reason, String until, String line)
            throws Exception {
        Browser.Answer answer = off(kind, cameras, reason, until);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(line);
        assertThat(desk.admin.get("/api/brakes").json()).isEmpty();
    }

    /** The round that ends it writes it down next. */
    private void awaitOnRecord(String object, String reason) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        boolean there = false;
        for (int i = 0; !there && i < 200; i++) {
            for (JsonNode row : desk.auditor.get("/api/audit").json().findParents("object")) {
                there |= row.get("object").asText().equals(object)
                        && row.get("reason").asText().equals(reason);
            }
            boolean unused = never.await(50, TimeUnit.MILLISECONDS);
        }
        assertThat(there).as(object).isTrue();
    }

    private Browser.Answer off(String kind, String cameras, String reason, String until) throws Exception {
        return desk.engineer.post(
                "/api/brakes",
                "{\"kind\":\"" + kind + "\",\"cameras\":[" + cameras + "],\"reason\":\"" + reason + "\",\"until\":\""
                        + until + "\"}");
    }

    private Browser.Answer on(String what) throws Exception {
        return desk.engineer.post("/api/brakes/release", "{" + what + ",\"reason\":\"mended\"}");
    }

    private JsonNode one(String id) throws Exception {
        for (JsonNode each : desk.admin.get("/api/brakes").json()) {
            if (each.get("id").asText().equals(id)) {
                return each;
            }
        }
        throw new AssertionError("no brake " + id);
    }

    private static List<String> ids(JsonNode brake) {
        List<String> ids = new ArrayList<>();
        brake.get("cameras").forEach(camera -> ids.add(camera.get("id").asText()));
        return ids;
    }
}
