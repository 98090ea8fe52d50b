package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.console.accounts.Role;
import io.kakou.events.Braked;
import io.kakou.events.EventKind;
import io.kakou.events.Health;
import io.kakou.events.Stage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is watched by area and event, and the places that nobody sees, as a real console tells it. */
class WatchRouteTest {
    private static final String COVERED = "its picture cannot be judged: covered";
    private static final double PATIENCE_SECONDS = 30;

    @TempDir
    static Path folder;

    private static Installation installation;
    private static Browser admin;
    private static Browser pengbu;

    @BeforeAll
    static void start() throws Exception {
        installation = new Installation(folder, 0, 0.01);
        People people = new People(installation);
        admin = people.browser(Role.ADMINISTRATOR, "*");
        pengbu = people.browser(Role.OPERATOR, "pengbu");
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void a_camera_counts_in_its_area_and_all_above_it_by_the_worst_that_holds() throws Exception {
        add("lift-5", 120.22, "[\"EBIKE_IN_LIFT\",\"LOST_CHILD\"]");
        well("lift-2");
        installation.tell(well().blinded(COVERED));
        installation.tell(stretched("lift-5", 1.4));
        within("the first state", () -> count(admin, 0, "EBIKE_IN_LIFT", "BLIND") == 1);

        JsonNode whole = admin.get("/api/watch/table").json().get("rows");
        assertThat(names(whole)).isEqualTo("null0 上城区1 笕桥街道2 彭埠街道2 ");
        assertThat(count(admin, 0, "EBIKE_IN_LIFT", "WATCHED")).isEqualTo(2);
        assertThat(count(admin, 2, "EBIKE_IN_LIFT", "WATCHED")).isEqualTo(1);
        assertThat(count(admin, 3, "EBIKE_IN_LIFT", "BLIND")).isEqualTo(1);
        assertThat(count(admin, 3, "LOST_CHILD", "WATCHED")).isEqualTo(1);
        assertThat(names(pengbu.get("/api/watch/table").json().get("rows"))).isEqualTo("null0 彭埠街道1 ");

        installation.tell(stretched("lift-5", 1.6));
        within("stretched", () -> count(pengbu, 0, "LOST_CHILD", "STRETCHED") == 1);
        installation.tell(stretched("lift-5", 1.6).held(List.of(new Braked(EventKind.LOST_CHILD, "brake-1", "误报过多"))));
        within("switched off", () -> count(pengbu, 0, "LOST_CHILD", "BRAKED") == 1);
        assertThat(count(pengbu, 0, "EBIKE_IN_LIFT", "STRETCHED")).isEqualTo(1);
        installation.tell(Street.health("lift-5", Stage.LOOKING, Instant.now().minusSeconds(90)));
        within("silent", () -> count(pengbu, 0, "LOST_CHILD", "OFFLINE") == 1);

        JsonNode places =
                pengbu.get("/api/watch/places?kind=EBIKE_IN_LIFT&area=pengbu").json();
        assertThat(places.toString()).contains("\"code\":\"COVERED\"", "\"code\":\"SILENT\"", "新塘苑1幢电梯", "彭埠街道");
        assertThat(pengbu.get("/api/watch/places?kind=EBIKE_IN_LIFT&area=jianqiao")
                        .status())
                .isEqualTo(400);
        assertThat(pengbu.get("/api/watch/places?kind=FLOOD").body()).contains("allowed: WATERLOGGING");
        remove("lift-5");
    }

    @Test
    void blind_places_are_one_notice_a_room_that_grows_is_read_by_name_and_ends_by_itself() throws Exception {
        add("lift-6", 120.23, "[\"EBIKE_IN_LIFT\"]");
        add("lift-7", 120.24, "[]");
        well("lift-1");
        well("lift-2");
        well("lift-6");
        within("none", () -> pengbu.get("/api/watch/blind").json().isEmpty());
        installation.tell(well().blinded(COVERED));
        String id;
        try (Events page = pengbu.events("")) {
            JsonNode told =
                    page.await("blind", data -> data.at("/notices/0/places").size() == 1);
            id = told.at("/notices/0/id").asText();
            assertThat(told.at("/notices/0/roomName").asText()).isEqualTo("彭埠街道指挥室");
            JsonNode place = told.at("/notices/0/places/0");
            assertThat(place.get("name").asText()).isEqualTo("新塘苑1幢电梯");
            assertThat(place.at("/place/longitude").asDouble()).isEqualTo(120.21);
            assertThat(place.get("why").asText()).isEqualTo(COVERED);
            assertThat(Instant.parse(place.get("since").asText())).isBefore(Instant.now());

            installation.tell(
                    Street.health("lift-6", Stage.CONNECT, Instant.now()).blinded("connection refused"));
            page.await(
                    "blind",
                    data -> data.at("/notices/0/places").size() == 2
                            && data.at("/notices/0/id").asText().equals(id));
        }
        assertThat(notice().get("acknowledgedBy").isNull()).isTrue();
        String path = "/api/watch/blind/" + id + "/acknowledge";
        assertThat(pengbu.post(path, "{}").status()).isEqualTo(200);
        assertThat(admin.post(path, "{}").status()).isEqualTo(200);
        String reader = notice().get("acknowledgedBy").asText();
        assertThat(reader).isEqualTo(pengbu.get("/api/me").json().get("user").asText());
        assertThat(pengbu.post("/api/watch/blind/nothing/acknowledge", "{}").status())
                .isEqualTo(404);

        installation.startAgain();
        within(
                "the same after a restart",
                () -> pengbu.get("/api/watch/blind").json().size() == 1);
        assertThat(notice().get("id").asText()).isEqualTo(id);
        assertThat(notice().get("acknowledgedBy").asText()).isEqualTo(reader);

        well("lift-1");
        well("lift-6");
        within("over", () -> pengbu.get("/api/watch/blind").json().isEmpty());
        assertThat(pengbu.post(path, "{}").status()).isEqualTo(404);
        remove("lift-6");
        remove("lift-7");
    }

    private static JsonNode notice() throws Exception {
        return pengbu.get("/api/watch/blind").json().get(0);
    }

    private static Health well() {
        return Street.health("lift-1", Stage.LOOKING, Instant.now());
    }

    private static void well(String camera) throws Exception {
        installation.tell(Street.health(camera, Stage.LOOKING, Instant.now()));
    }

    private static Health stretched(String camera, double stretch) {
        Health plain = Street.health(camera, Stage.LOOKING, Instant.now());
        return new Health(
                camera,
                plain.stage(),
                plain.at(),
                plain.lastLook(),
                null,
                null,
                plain.worker(),
                plain.generation(),
                List.of(EventKind.EBIKE_IN_LIFT, EventKind.LOST_CHILD),
                List.of(),
                null,
                List.of(),
                2.0,
                stretch,
                null,
                null,
                null);
    }

    private static void add(String id, double longitude, String watched) throws Exception {
        String body = "{\"id\":\"" + id + "\",\"kind\":\"LIFT\",\"watched\":" + watched
                + ",\"subStream\":\"rtsp://127.0.0.1:1/x\",\"place\":{\"longitude\":" + longitude
                + ",\"latitude\":30.25}}";
        Browser.Answer answer = admin.post("/api/cameras", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static void remove(String id) throws Exception {
        assertThat(admin.call("DELETE", "/api/cameras/" + id, "").status()).isEqualTo(200);
    }

    private static int count(Browser who, int row, String kind, String degree) throws Exception {
        for (JsonNode cell : who.get("/api/watch/table").json().at("/rows/" + row + "/cells")) {
            if (cell.get("kind").asText().equals(kind)) {
                return cell.get("counts").path(degree).asInt();
            }
        }
        return 0;
    }

    private static String names(JsonNode rows) {
        StringBuilder names = new StringBuilder();
        rows.forEach(row -> names.append(
                        row.path("name").isMissingNode()
                                ? null
                                : row.path("name").asText())
                .append(row.path("depth").asInt())
                .append(' '));
        return names.toString();
    }

    private interface Question {
        boolean isSo() throws Exception;
    }

    private static void within(String what, Question question) throws Exception {
        long began = System.nanoTime();
        CountDownLatch never = new CountDownLatch(1);
        while (!question.isSo()) {
            assertThat((System.nanoTime() - began) / 1e9).as(what).isLessThan(PATIENCE_SECONDS);
            boolean unused = never.await(50, TimeUnit.MILLISECONDS);
        }
    }
}
