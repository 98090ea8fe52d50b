package io.kakou.app.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.app.StagedLift;
import io.kakou.app.embedded.EmbeddedKafka;
import io.kakou.app.embedded.EmbeddedS3;
import io.kakou.app.embedded.LogDoor;
import io.kakou.app.embedded.LoopbackPorts;
import io.kakou.app.embedded.S3Door;
import io.kakou.app.embedded.postgres.EmbeddedPostgres;
import io.kakou.app.process.Supervisor;
import io.kakou.app.serve.ServedFile;
import io.kakou.app.services.DatabaseService;
import io.kakou.app.services.ServiceTrouble;
import io.kakou.app.settings.SettingsFile;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Everything on a log, a store and a database that others run; the log and the store are away at first. */
class OutsideServicesTest {
    private static final long PATIENCE_SECONDS = 120;
    private static final String PASSWORD = "a password of my own";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final Heard heard = new Heard();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void a_camera_becomes_an_incident_on_services_that_others_run() throws Exception {
        Path clip = StagedLift.clip();
        LogDoor door = new LogDoor(LoopbackPorts.free(), LoopbackPorts.free(), "log's \"password");
        S3Door shelf = new S3Door(LoopbackPorts.free(), "their-access-key", "their-secret-key");
        try (RtspLoops loops = new RtspLoops(1, InstantSource.system());
                RtspServer server = new RtspServer(
                        loops, ServerSettings.defaults().withPort(0), Map.of("lift", ServedFile.of(clip)));
                EmbeddedPostgres postgres = new EmbeddedPostgres(folder.resolve("their-database"));
                EmbeddedS3 store = new EmbeddedS3(folder.resolve("their-store"), shelf);
                EmbeddedKafka kafka = new EmbeddedKafka(folder.resolve("their-log"), door)) {
            loops.start();
            server.start();
            postgres.start();
            assertRefusesStrangers(postgres);
            Path settings = settings(door, shelf, postgres, server.url("lift"));
            try (Installation installation = new Installation(SettingsFile.read(settings), heard)) {
                List<String> late = installation.start();
                assertThat(late).doesNotContain("log");
                assertThat(heard.line("room: the log at 127.0.0.1:" + door.clients() + " does not answer: "))
                        .endsWith("; tried again every 2 s");
                assertThat(heard.line("analysis: the object store at http://127.0.0.1:" + shelf.port()
                                + "/bucket-of-ours cannot be used: "))
                        .endsWith("; tried again every 2 s");
                kafka.start();
                store.start();
                signIn();
                JsonNode incident = awaitIncident();
                assertThat(incident.get("camera").asText()).isEqualTo("lift-7");
                assertThat(incident.get("room").asText()).isEqualTo("room-pengbu");
                assertThat(folder.resolve("d/run/log.pid")).doesNotExist();
                for (String part : List.of("log", "store", "database")) {
                    assertThat(folder.resolve("d").resolve(part)).doesNotExist();
                }
                assertThat(folder.resolve("their-store/objects/bucket-of-ours")).isNotEmptyDirectory();
            }
        }
        assertThat(folder.resolve("d/logs/room.log")).content().contains("job command-room begins");
        assertNowhereInLogs("log's", shelf.secretKey());
    }

    private static void assertRefusesStrangers(EmbeddedPostgres postgres) {
        DatabaseService guessed = new DatabaseService(postgres.url(), EmbeddedPostgres.USER, "guessed");
        assertThatExceptionOfType(ServiceTrouble.class)
                .isThrownBy(() -> guessed.reach(10))
                .withMessageStartingWith(guessed + " refuses: ")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ServiceTrouble.Code.REFUSED));
        DatabaseService nobody = new DatabaseService("jdbc:postgresql://127.0.0.1:1/kakou", "kakou", "any");
        assertThatExceptionOfType(ServiceTrouble.class)
                .isThrownBy(() -> nobody.reach(10))
                .withMessageStartingWith("the database at //127.0.0.1:1/kakou does not answer: ")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ServiceTrouble.Code.AWAY));
    }

    private Path settings(LogDoor door, S3Door shelf, EmbeddedPostgres postgres, String camera) throws Exception {
        Files.writeString(folder.resolve("log.password"), door.password() + "\n");
        Files.writeString(
                folder.resolve("cameras.yml"),
                "- {id: lift-7, kind: LIFT, subStream: \"" + camera + "\", watched: [EBIKE_IN_LIFT],"
                        + " place: {longitude: 120.215, latitude: 30.285}}\n");
        Files.writeString(
                folder.resolve("areas.geojson"),
                """
                {"type": "FeatureCollection", "features": [{"type": "Feature",
                  "properties": {"id": "pengbu", "name": "彭埠", "level": "street", "room": "room-pengbu"},
                  "geometry": {"type": "Polygon", "coordinates":
                    [[[120.2, 30.27], [120.24, 30.27], [120.24, 30.31], [120.2, 30.31], [120.2, 30.27]]]}}]}
                """);
        return Files.writeString(
                folder.resolve("kakou.yml"),
                """
                data: d
                console: {port: 0}
                seed: {areas: areas.geojson, cameras: cameras.yml}
                log: {servers: "127.0.0.1:%d", login: plain, user: kakou, passwordFile: log.password}
                store: {endpoint: "http://127.0.0.1:%d", bucket: bucket-of-ours, accessKey: %s, secretKey: %s}
                database: {url: "%s", user: %s, password: %s}
                """
                        .formatted(
                                door.clients(),
                                shelf.port(),
                                shelf.accessKey(),
                                shelf.secretKey(),
                                postgres.url(),
                                EmbeddedPostgres.USER,
                                postgres.password()));
    }

    private void signIn() throws Exception {
        String first = heard.password.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        login(first);
        assertThat(post("/api/password", Map.of("old", first, "new", PASSWORD)).statusCode())
                .isEqualTo(200);
        login(PASSWORD);
    }

    private void login(String password) throws Exception {
        assertThat(post("/api/login", Map.of("user", "admin", "password", password))
                        .statusCode())
                .isEqualTo(200);
    }

    /** As the page hears of it. */
    private JsonNode awaitIncident() throws Exception {
        HttpResponse<Stream<String>> events =
                browser.send(request("/api/events?after=0").build(), HttpResponse.BodyHandlers.ofLines());
        try (Stream<String> lines = events.body()) {
            String event = "";
            for (var words = lines.iterator(); words.hasNext(); ) {
                String line = words.next();
                if (line.startsWith("data: ") && event.equals("event: incident")) {
                    return JSON.readTree(line.substring("data: ".length()));
                }
                event = line.startsWith("event: ") ? line : event;
            }
        }
        throw new AssertionError("the stream ended without an incident");
    }

    private HttpResponse<String> post(String path, Map<String, String> body) throws Exception {
        return browser.send(
                request(path)
                        .header("X-Kakou", "1")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) throws Exception {
        return HttpRequest.newBuilder(
                URI.create(heard.page.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).resolve(path));
    }

    private void assertNowhereInLogs(String... secrets) throws Exception {
        try (Stream<Path> logs = Files.list(folder.resolve("d/logs"))) {
            for (Path log : logs.toList()) {
                assertThat(Files.readString(log)).as("%s", log).doesNotContain(secrets);
            }
        }
    }

    /** What a person would read on the screen. */
    private static final class Heard implements Supervisor.Listener {
        private static final String FIRST = "first login: admin ";

        private final CompletableFuture<String> page = new CompletableFuture<>();
        private final CompletableFuture<String> password = new CompletableFuture<>();
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final List<String> past = new ArrayList<>();

        @Override
        public void ready(String child, String detail) {
            if (detail.startsWith("http")) {
                page.complete(detail);
            }
        }

        @Override
        public void said(String child, String line) {
            System.out.println(child + ": " + line);
            lines.add(child + ": " + line);
            if (line.startsWith(FIRST)) {
                password.complete(line.substring(FIRST.length()).split(" ", 2)[0]);
            }
        }

        @Override
        public void died(String child, int exit, double retrySeconds) {
            lines.add(child + " died " + exit);
        }

        /** The first that begins so, heard before or from now on. */
        String line(String start) throws InterruptedException {
            for (int i = 0; ; i++) {
                if (i == past.size()) {
                    past.add(next());
                }
                if (past.get(i).startsWith(start)) {
                    return past.get(i);
                }
            }
        }

        private String next() throws InterruptedException {
            String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(line).as("a line within %d s", PATIENCE_SECONDS).isNotNull();
            return line == null ? "" : line;
        }
    }
}
