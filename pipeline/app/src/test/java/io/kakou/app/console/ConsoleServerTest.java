package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.console.accounts.FirstLogin;
import io.kakou.console.accounts.Role;
import io.kakou.events.Action;
import io.kakou.events.Camera;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Stage;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleServerTest {
    @TempDir
    static Path folder;

    private static Installation installation;
    private static Browser pengbu;
    private static Browser jianqiao;
    private static Browser auditor;
    private static Browser engineer;
    private static FirstLogin first;
    private static int alerts;

    @BeforeAll
    static void start() throws Exception {
        installation = new Installation(folder, 0);
        first = installation.console.firstLogin().orElseThrow();
        People people = new People(installation);
        pengbu = people.browser(Role.OPERATOR, "pengbu");
        jianqiao = people.browser(Role.OPERATOR, "jianqiao");
        auditor = people.browser(Role.AUDITOR, "*");
        engineer = people.browser(Role.ENGINEER, "*");
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void the_first_administrator_must_change_the_password_and_then_may_work() throws Exception {
        Browser admin = new Browser(installation.console.url()).signIn(first.user(), first.password());
        assertThat(admin.get("/api/users").status()).isEqualTo(403);
        assertThat(change(admin, "short").body()).contains("5 characters; allowed: 10 to 200", "\"new\"");
        assertThat(change(admin, "my admin password").body()).contains("holds the user's name");
        assertThat(change(admin, "aaaaaaaaaaaaaaa").body()).contains("different");
        assertThat(change(admin, first.password()).body()).contains("is the old one");
        assertThat(change(admin, "a much better one").status()).isEqualTo(200);
        assertThat(admin.get("/api/me").status()).as("its sessions have ended").isEqualTo(401);
        admin.signIn(first.user(), "a much better one");
        assertThat(admin.get("/api/users").status()).isEqualTo(200);
        installation.restart();
        assertThat(installation.console.firstLogin()).isEmpty();
        start(installation.console.url());
    }

    /** The console listens elsewhere after a restart. */
    private static void start(String url) throws Exception {
        People people = new People(installation);
        assertThat(url).startsWith("http://127.0.0.1:");
        pengbu = people.browser(Role.OPERATOR, "pengbu");
        jianqiao = people.browser(Role.OPERATOR, "jianqiao");
        auditor = people.browser(Role.AUDITOR, "*");
        engineer = people.browser(Role.ENGINEER, "*");
    }

    private static Browser.Answer change(Browser admin, String password) throws Exception {
        return admin.post("/api/password", "{\"old\":\"" + first.password() + "\",\"new\":\"" + password + "\"}");
    }

    @Test
    void guessing_is_slowed() throws Exception {
        Browser guesser = new Browser(installation.console.url());
        String wrong = "{\"user\":\"somebody\",\"password\":\"not this one\"}";
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            answers.add(guesser.post("/api/login", wrong).status());
        }
        assertThat(answers).startsWith(401, 401, 401, 401, 401).endsWith(429);
        Browser.Answer refused = guesser.post("/api/login", wrong);
        assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
        assertThat(pengbu.get("/api/me").status())
                .as("whoever is signed in goes on")
                .isEqualTo(200);
        assertThat(new People(installation).browser(Role.OPERATOR, "pengbu"))
                .as("others come in")
                .isNotNull();
    }

    @Test
    void without_the_header_nothing_changes() throws Exception {
        Incident incident = reported("pengbu", "lift-1");
        assertThat(pengbu.callWithoutHeader("POST", "/api/incidents/" + incident.id() + "/actions", accept())
                        .status())
                .isEqualTo(403);
        assertThat(pengbu.callWithoutHeader("POST", "/api/login", "{}").status())
                .isEqualTo(403);
        assertThat(act(pengbu, incident, accept()).status()).isEqualTo(202);
    }

    @Test
    void what_another_area_holds_is_not_there() throws Exception {
        Incident incident = reported("jianqiao", "lift-2");
        String alert = incident.alerts().get(0).id();
        installation.neighbours.keep(alert);
        for (String path : List.of(
                "/api/incidents/" + incident.id(),
                "/api/clips/" + alert + "/manifest",
                "/api/clips/" + alert + "/init.mp4",
                "/api/clips/" + alert + "/0001.m4s",
                "/api/pictures/" + alert + ".jpg",
                "/api/cameras/lift-2/picture.jpg?reason=test",
                "/api/cameras/lift-2/live.mp4?reason=test",
                "/api/cameras/lift-2/near")) {
            assertThat(pengbu.get(path).status()).as(path).isEqualTo(404);
            assertThat(jianqiao.get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(act(pengbu, incident, accept()).status()).isEqualTo(404);
        assertThat(pengbu.get("/api/incidents?state=all").body()).doesNotContain(incident.id());
        assertThat(jianqiao.get("/api/incidents?state=all").body()).contains(incident.id(), "笕桥街道指挥室", "笕桥2幢电梯");
        assertThat(pengbu.get("/api/cameras").body()).contains("lift-1").doesNotContain("lift-2");
        assertThat(pengbu.get("/api/areas").body()).contains("pengbu").doesNotContain("jianqiao");
        assertThat(pengbu.get("/api/units").body()).contains("patrol-1").doesNotContain("patrol-2");
        assertThat(pengbu.get("/api/watch").json().get("cameras").asInt()).isEqualTo(1);
    }

    @Test
    void whoever_has_no_area_sees_nothing() throws Exception {
        Incident incident = reported("pengbu", "lift-1");
        Browser nobody = new People(installation).browser(Role.OPERATOR, "no-such-area");
        assertThat(nobody.get("/api/incidents?state=all").body()).isEqualTo("[]");
        assertThat(nobody.get("/api/cameras").body()).isEqualTo("[]");
        assertThat(nobody.get("/api/units").body()).isEqualTo("[]");
        assertThat(nobody.get("/api/incidents/" + incident.id()).status()).isEqualTo(404);
    }

    @Test
    void a_page_that_comes_back_misses_nothing_and_sees_only_its_area() throws Exception {
        String cursor;
        Incident before = incident("pengbu", "lift-1");
        try (Events events = pengbu.events("")) {
            events.await("hello", data -> true);
            installation.tell(before);
            JsonNode seen = events.await("incident", data -> id(data).equals(before.id()));
            assertThat(seen.get("areaName").asText()).isEqualTo("彭埠街道");
            cursor = events.lastId();
        }
        List<Incident> missed = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            installation.tell(incident("jianqiao", "lift-2"));
            missed.add(incident("pengbu", "lift-1"));
            installation.tell(missed.get(i));
        }
        Incident moved = Street.moved(missed.get(0), IncidentState.ACCEPTED, "action-x");
        installation.tell(moved);
        // The log keeps order within an incident, not between them.
        Set<String> expected = missed.stream().map(Incident::id).collect(Collectors.toSet());
        Map<String, String> seen = new HashMap<>();
        try (Events events = pengbu.events(cursor)) {
            while (!seen.keySet().containsAll(expected) || !"ACCEPTED".equals(seen.get(moved.id()))) {
                JsonNode data = events.await("incident", each -> true);
                assertThat(data.get("area").asText()).isEqualTo("pengbu");
                seen.put(id(data), state(data));
            }
        }
        assertThat(seen).doesNotContainKey(before.id());
    }

    @Test
    void the_list_and_the_stream_join_without_a_gap() throws Exception {
        reported("pengbu", "lift-1");
        Browser.Answer list = pengbu.get("/api/incidents");
        String cursor = list.response().headers().firstValue("X-Kakou-Cursor").orElseThrow();
        Incident between = incident("pengbu", "lift-1");
        installation.tell(between);
        try (Events events = pengbu.events(cursor)) {
            assertThat(events.await("incident", data -> id(data).equals(between.id())))
                    .isNotNull();
        }
    }

    @Test
    void what_the_log_repeats_is_told_once_and_what_is_older_never_replaces_what_is_newer() throws Exception {
        Incident incident = reported("pengbu", "lift-1");
        Incident accepted = Street.moved(incident, IncidentState.ACCEPTED, "action-y");
        installation.tell(accepted);
        try (Events events = pengbu.events("0")) {
            events.await(
                    "incident",
                    data -> id(data).equals(incident.id()) && state(data).equals("ACCEPTED"));
            String cursor = events.lastId();
            installation.tell(incident);
            installation.tell(accepted);
            Incident last = incident("pengbu", "lift-1");
            installation.tell(last);
            try (Events later = pengbu.events(cursor)) {
                JsonNode next = later.await("incident", data -> true);
                assertThat(id(next)).isEqualTo(last.id());
            }
        }
        assertThat(state(pengbu.get("/api/incidents/" + incident.id()).json())).isEqualTo("ACCEPTED");
    }

    @Test
    void a_camera_and_the_watch_are_told_on_the_stream() throws Exception {
        try (Events events = pengbu.events("")) {
            installation.tell(Street.health("lift-1", Stage.LOOKING, Instant.now()));
            JsonNode camera = events.await("camera", data -> id(data).equals("lift-1") && online(data));
            assertThat(camera.get("stage").asText()).isEqualTo("LOOKING");
            JsonNode watch = events.await("watch", data -> data.get("watched").asInt() == 1);
            assertThat(watch.get("offline")).isEmpty();
            installation.tell(Street.health("lift-1", Stage.AUTHENTICATE, Instant.now()));
            events.await("camera", data -> id(data).equals("lift-1") && !online(data));
            JsonNode offline =
                    events.await("watch", data -> !data.get("offline").isEmpty());
            assertThat(offline.get("offline").get(0).get("why").asText()).isEqualTo("stands at AUTHENTICATE");
        }
    }

    @Test
    void a_stream_ends_with_its_session() throws Exception {
        Browser leaving = new People(installation).browser(Role.OPERATOR, "pengbu");
        try (Events events = leaving.events("")) {
            events.await("ping", data -> true);
            assertThat(leaving.post("/api/logout", "").status()).isEqualTo(200);
            events.awaitEnd();
            assertThat(leaving.get("/api/me").status()).isEqualTo(401);
        }
    }

    @Test
    void an_action_reaches_the_log_and_of_two_people_the_first_wins() throws Exception {
        Incident incident = reported("pengbu", "lift-1");
        Browser second = new People(installation).browser(Role.OPERATOR, "pengbu");
        assertThat(act(pengbu, incident, "{\"kind\":\"CLOSE\",\"seenVersion\":1}")
                        .status())
                .isEqualTo(409);
        Browser.Answer taken = act(pengbu, incident, accept());
        assertThat(taken.status()).isEqualTo(202);
        Browser.Answer late = act(second, incident, "{\"kind\":\"ACCEPT\",\"seenVersion\":1}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("current").get("id").asText()).isEqualTo(incident.id());
        assertThat(act(pengbu, incident, "{\"kind\":\"DISPATCH\",\"seenVersion\":1,\"unit\":\"patrol-2\"}")
                        .body())
                .contains("there is no such unit");
        assertThat(act(pengbu, incident, "{\"kind\":\"DISPATCH\",\"seenVersion\":1,\"unit\":\"patrol-1\"}")
                        .status())
                .isEqualTo(202);
        String id = taken.json().get("actionId").asText();
        try (LogTopic actions = new LogTopic(installation.kafka.servers(), Topic.ACTIONS)) {
            Action read = Json.read(Action.class, actions.await(value -> value.contains(id)));
            assertThat(read.incident()).isEqualTo(incident.id());
            assertThat(read.seenVersion()).isEqualTo(1);
        }
    }

    @Test
    void an_action_that_is_asked_twice_by_its_id_is_taken_once() throws Exception {
        Incident incident = reported("pengbu", "lift-1");
        String body = "{\"actionId\":\"" + UUID.randomUUID() + "\",\"kind\":\"ACCEPT\",\"seenVersion\":1}";
        Browser.Answer first = act(pengbu, incident, body);
        Browser.Answer again = act(pengbu, incident, body);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(act(pengbu, incident, "{\"actionId\":\"x\",\"kind\":\"ACCEPT\",\"seenVersion\":1}")
                        .body())
                .contains("\"field\":\"actionId\"");
    }

    @Test
    void a_verdict_is_of_the_list() throws Exception {
        Incident incident = reported("pengbu", "lift-1");
        assertThat(act(pengbu, incident, "{\"kind\":\"REJECT\",\"seenVersion\":1}")
                        .body())
                .contains("\"field\":\"verdict\"");
        assertThat(act(
                                pengbu,
                                incident,
                                "{\"kind\":\"REJECT\",\"seenVersion\":1,\"verdict\":\"ghost\",\"actionNeeded\":false}")
                        .body())
                .contains("there is no such verdict");
        assertThat(pengbu.get("/api/verdicts?kind=EBIKE_IN_LIFT").body()).contains("wheelchair", "轮椅");
        assertThat(act(
                                pengbu,
                                incident,
                                "{\"kind\":\"REJECT\",\"seenVersion\":1,\"verdict\":\"pram\",\"actionNeeded\":false}")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void a_camera_is_set_up_and_its_login_leaves_only_sealed() throws Exception {
        String body = "{\"id\":\"gate-9\",\"name\":\"九号门\",\"kind\":\"GATE\",\"watched\":[],\"zones\":[],"
                + "\"place\":{\"longitude\":120.22,\"latitude\":30.25},"
                + "\"subStream\":\"rtsp://admin:p%40ss@10.0.0.9:554/sub\"}";
        Browser.Answer added = engineer.post("/api/cameras", body);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.body())
                .contains("\"hasLogin\":true", "rtsp://10.0.0.9:554/sub", "pengbu")
                .doesNotContain("ss@");
        try (LogTopic cameras = new LogTopic(installation.kafka.servers(), Topic.CAMERAS)) {
            Camera camera = Json.read(Camera.class, cameras.await(value -> value.contains("gate-9")));
            assertThat(Installation.SECRETS.open(String.valueOf(camera.login())))
                    .isEqualTo("admin:p@ss");
            assertThat(engineer.post("/api/cameras", body).body()).contains("is there already");
            assertThat(engineer.call(
                                    "PUT",
                                    "/api/cameras/gate-9",
                                    body.replace("九号门", "九号大门").replace("admin:p%40ss@", ""))
                            .json()
                            .get("hasLogin")
                            .asBoolean())
                    .isTrue();
            assertThat(engineer.get("/api/cameras/lift-1/near")
                            .json()
                            .get(0)
                            .get("id")
                            .asText())
                    .isEqualTo("gate-9");
            assertThat(engineer.call("DELETE", "/api/cameras/gate-9", "").status())
                    .isEqualTo(200);
            cameras.awaitRemoval("gate-9");
        }
        assertThat(engineer.get("/api/cameras").body()).doesNotContain("gate-9");
    }

    @Test
    void a_camera_that_is_none_is_refused_by_name() throws Exception {
        assertThat(engineer.post("/api/cameras", "{\"subStream\":\"http://x/y\",\"watched\":[]}")
                        .body())
                .contains("rtsp://host", "\"field\":\"subStream\"");
        assertThat(engineer.post("/api/cameras", "{\"id\":\"a b\",\"subStream\":\"rtsp://x/y\",\"watched\":[]}")
                        .body())
                .contains("is not an id");
        assertThat(engineer.post("/api/cameras", "{\"watched\":[]}").body()).contains("has no address");
        assertThat(engineer.post("/api/cameras", "not json").body()).contains("no JSON object");
        Browser local = new People(installation).browser(Role.ENGINEER, "pengbu");
        assertThat(local.post(
                                "/api/cameras",
                                "{\"subStream\":\"rtsp://x/y\",\"watched\":[],\"place\":{\"longitude\":120.41,\"latitude\":30.25}}")
                        .body())
                .contains("outside your areas");
    }

    @Test
    void every_view_is_on_record_once_a_session_and_a_changed_row_breaks_the_chain() throws Exception {
        Incident incident = reported("pengbu", "lift-1");
        String alert = incident.alerts().get(0).id();
        installation.neighbours.keep(alert);
        Browser.Answer manifest = pengbu.get("/api/clips/" + alert + "/manifest?reason=first+look");
        assertThat(manifest.json().get("parts").get(0).get("key").asText()).isEqualTo("0001.m4s");
        assertThat(pengbu.get("/api/clips/" + alert + "/init.mp4").body()).isEqualTo("init");
        assertThat(pengbu.get("/api/clips/" + alert + "/0001.m4s").body()).isEqualTo("part");
        assertThat(pengbu.get("/api/clips/" + alert + "/0009.m4s").status()).isEqualTo(404);
        assertThat(pengbu.get("/api/pictures/" + alert + ".jpg").body()).isEqualTo("jpeg");
        assertThat(pengbu.get("/api/cameras/lift-1/live.mp4").body()).contains("\"field\":\"reason\"");
        assertThat(pengbu.get("/api/cameras/lift-1/live.mp4?reason=call").body())
                .isEqualTo("live");
        assertThat(pengbu.get("/api/cameras/lift-1/picture.jpg?reason=call").body())
                .isEqualTo("picture");
        Browser.Answer audit = auditor.get("/api/audit?limit=1000");
        assertThat(audit.response().headers().firstValue("X-Kakou-Chain")).hasValue("intact");
        List<String> rows = new ArrayList<>();
        audit.json().forEach(row -> {
            if (row.get("object").asText().equals(alert)) {
                rows.add(row.get("kind").asText() + " " + row.get("reason").asText());
            }
        });
        assertThat(rows).containsExactly("PICTURE incident", "CLIP first look");
        changeRow();
        assertThat(auditor.get("/api/audit")
                        .response()
                        .headers()
                        .firstValue("X-Kakou-Chain")
                        .orElseThrow())
                .startsWith("broken at ");
        restoreRow();
    }

    private static void changeRow() throws Exception {
        run(
                "alter table view disable trigger view_is_append_only; update view set reason = reason || '!' where seq = 1");
    }

    private static void restoreRow() throws Exception {
        run("update view set reason = rtrim(reason, '!') where seq = 1; alter table view enable trigger"
                + " view_is_append_only");
        assertThat(auditor.get("/api/audit").response().headers().firstValue("X-Kakou-Chain"))
                .hasValue("intact");
    }

    private static void run(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        installation.postgres.url(), "kakou", installation.postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void the_probe_is_the_doors_answer() throws Exception {
        String body = "{\"url\":\"rtsp://10.0.0.9/sub\",\"user\":\"u\",\"password\":\"p\"}";
        assertThat(engineer.post("/api/cameras/probe", body).json().get("url").asText())
                .isEqualTo("rtsp://10.0.0.9/sub");
    }

    @Test
    void every_answer_forbids_what_the_page_does_not_need() throws Exception {
        Browser.Answer answer = new Browser(installation.console.url()).get("/");
        assertThat(answer.response()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(answer.response().headers().firstValue("X-Content-Type-Options"))
                .hasValue("nosniff");
        Browser stranger = new Browser(installation.console.url());
        assertThat(stranger.get("/../../io/kakou/console/schema/V1__first.sql").status())
                .isEqualTo(404);
        assertThat(stranger.get("/%2e%2e/io/kakou/console/schema/V1__first.sql").status())
                .isEqualTo(404);
        assertThat(stranger.get("/api/nothing").status()).isEqualTo(404);
    }

    private static Incident reported(String area, String camera) throws Exception {
        Incident incident = incident(area, camera);
        Browser owner = area.equals("pengbu") ? pengbu : jianqiao;
        try (Events events = owner.events("")) {
            events.await("hello", data -> true);
            installation.tell(incident);
            events.await("incident", data -> id(data).equals(incident.id()));
        }
        return incident;
    }

    private static Incident incident(String area, String camera) {
        alerts++;
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return Street.incident(area, camera, "alert-" + alerts, at);
    }

    private static Browser.Answer act(Browser browser, Incident incident, String body) throws Exception {
        return browser.post("/api/incidents/" + incident.id() + "/actions", body);
    }

    private static String accept() {
        return "{\"kind\":\"ACCEPT\",\"seenVersion\":1}";
    }

    private static String id(JsonNode data) {
        return data.get("id").asText();
    }

    private static String state(JsonNode data) {
        return data.get("state").asText();
    }

    private static boolean online(JsonNode data) {
        return data.get("online").asBoolean();
    }
}
