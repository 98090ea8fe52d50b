package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.events.JudgedBy;
import io.kakou.events.Stage;
import io.kakou.events.Topic;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models turned to and back from by way of the console: on the registry, on the pages, on record. */
@ExtendWith(SharedConsole.class)
class ModelRouteTest {
    private static final String LIFTS = "2fd5fe94945f9e2d091f73a6968b337660c807d49f59fcf698bb788dddb4ed4a";
    private static final String BROKEN = "3fd5fe94945f9e2d091f73a6968b337660c807d49f59fcf698bb788dddb4ed4a";

    private static final String GATES = "4fd5fe94945f9e2d091f73a6968b337660c807d49f59fcf698bb788dddb4ed4a";

    private final Installation installation = SharedConsole.installation();
    private final Desk desk = SharedConsole.desk();

    @BeforeEach
    void a_worker_has_models() {
        installation.neighbours.models.put(
                "/models",
                "{\"models\":[" + model(LIFTS, "") + "," + model(BROKEN, "") + ","
                        + model(GATES, "").replace("LIFT", "GATE") + "],\"troubles\":[\"x.json is no model's card\"]}");
        installation.neighbours.models.put("/models/" + LIFTS, model(LIFTS, ""));
        installation.neighbours.models.put("/models/" + BROKEN, model(BROKEN, "it gives 1 outputs, the first of 7"));
    }

    private static String model(String hash, String trouble) {
        return "{\"hash\":\"" + hash + "\",\"name\":\"lifts-of-may\",\"part\":\"EBIKE_HEAD\",\"kinds\":[\"LIFT\"],"
                + "\"classes\":[\"e-bike\"]" + (trouble.isEmpty() ? "" : ",\"trouble\":\"" + trouble + "\"") + "}";
    }

    @AfterEach
    void everything_is_as_before() throws Exception {
        installation.neighbours.models.clear();
        var unused = desk.engineer.post("/api/models/back", "{\"reason\":\"after the test\"}");
    }

    @Test
    void a_use_is_on_the_registry_on_every_page_that_it_touches_and_on_record_and_so_is_its_end() throws Exception {
        try (Events pengbu = desk.pengbu.events("");
                LogTopic registry = new LogTopic(installation.kafka.service(), Topic.REGISTRY)) {
            pengbu.await("hello", data -> true);
            Browser.Answer answer = use(LIFTS.substring(0, 12), "\"lift-1\"", "试运行", "");
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            String id = answer.json().get("id").asText();
            JsonNode shown = pengbu.await(
                    "models", data -> data.at("/uses/0/id").asText().equals(id));
            assertThat(shown.at("/uses/0/reason").asText()).isEqualTo("试运行");
            assertThat(shown.at("/uses/0/of").asInt()).isEqualTo(1);
            assertThat(shown.at("/uses/0/inForce").asInt()).isZero();
            registry.await(value -> value.contains(id) && value.contains(LIFTS));

            installation.tell(Street.health("lift-1", Stage.LOOKING, Instant.now())
                    .judgedBy(new JudgedBy("coco@0+lifts-of-may@" + LIFTS.substring(0, 12), id, null)));
            pengbu.await("models", data -> data.at("/uses/0/inForce").asInt() == 1);
            installation.tell(Street.health("lift-1", Stage.LOOKING, Instant.now())
                    .judgedBy(new JudgedBy("coco@0", null, "no model 2fd5fe94945f in its folder")));
            JsonNode trouble = pengbu.await(
                    "models", data -> data.at("/uses/0/troubles/0/why").asText().contains("no model 2fd5"));
            assertThat(trouble.at("/uses/0/inForce").asInt()).isZero();

            assertThat(back("\"model\":\"" + LIFTS.substring(0, 8) + "\"").status())
                    .isEqualTo(200);
            pengbu.await("models", data -> data.get("uses").isEmpty());
            registry.awaitRemoval("model~" + id);
            assertThat(desk.auditor.get("/api/audit").json().toString())
                    .contains("MODEL_USED", "MODEL_BACK", "lifts-of-may@2fd5fe94945f~" + id, "试运行");
        }
    }

    @Test
    void of_two_the_later_counts_and_back_at_one_camera_it_stays_elsewhere() throws Exception {
        String all = use(LIFTS, "", "all", "1h").json().get("id").asText();
        String one = use(LIFTS, "\"lift-2\"", "one", "").json().get("id").asText();
        JsonNode uses = desk.engineer.get("/api/models").json().get("uses");
        assertThat(uses.at("/0/id").asText()).isEqualTo(one);
        assertThat(uses.at("/1/id").asText()).isEqualTo(all);
        assertThat(uses.at("/1/everywhere").asBoolean()).isTrue();
        assertThat(uses.at("/1/cameras").findValuesAsText("id")).containsExactly("lift-1");
        assertThat(back("\"use\":\"" + one + "\",\"cameras\":[\"lift-2\"]").json())
                .hasSize(1);
        assertThat(back("\"cameras\":[\"lift-1\"]").json().at("/0/cameras").findValuesAsText("id"))
                .containsExactly("lift-2");
        assertThat(back("\"use\":\"" + one + "\"").body())
                .contains("no such model was turned to there; in use are: lifts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00000000 | ''          | why | '' | there is no model 00000000; allowed: a hash of what lies",
                "2fd5     | ''          | why | '' | 8 digits at least: 2fd5fe94945f lifts-of-may, 3fd5fe94945f",
                "4fd5fe94 | \"lift-1\"  | why | '' | does not fit lift-1; allowed: cameras of kind GATE",
                "2fd5fe94 | \"nowhere\" | why | '' | there is no camera nowhere",
                "2fd5fe94 | ''          | ''  | '' | the reason is no line; allowed: 1 to 200 characters",
                "2fd5fe94 | ''          | why | 0m | which has passed; allowed: 90s, 45m",
                "3fd5fe94 | ''          | why | '' | model lifts-of-may does not fit: it gives 1 outputs, the first of 7",
            })
    void what_cannot_be_so_is_refused_by_name(String model, String cameras, String reason, String until, String line)
            throws Exception {
        Browser.Answer answer = use(model, cameras, reason, until);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(line);
        assertThat(desk.engineer.get("/api/models").json().get("uses")).isEmpty();
    }

    private Browser.Answer use(String model, String cameras, String reason, String until) throws Exception {
        return desk.engineer.post(
                "/api/models/use",
                "{\"model\":\"" + model + "\",\"cameras\":[" + cameras + "],\"reason\":\"" + reason + "\",\"until\":\""
                        + until + "\"}");
    }

    private Browser.Answer back(String what) throws Exception {
        return desk.engineer.post("/api/models/back", "{" + what + ",\"reason\":\"mended\"}");
    }
}
