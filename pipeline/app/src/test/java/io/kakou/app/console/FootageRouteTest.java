package io.kakou.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.analysis.decode.CodedFile;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.analysis.record.FootageDesk;
import io.kakou.analysis.record.FootageSettings;
import io.kakou.analysis.record.keep.Capacity;
import io.kakou.analysis.record.keep.Retention;
import io.kakou.analysis.record.spool.RecordSettings;
import io.kakou.analysis.record.spool.StreamRecorder;
import io.kakou.analysis.store.HashLog;
import io.kakou.analysis.store.ObjectStore;
import io.kakou.app.cameras.SmallFilm;
import io.kakou.app.door.Asked;
import io.kakou.app.door.InternalDoor;
import io.kakou.app.embedded.EmbeddedS3;
import io.kakou.app.role.FootageAnswers;
import io.kakou.console.ConsoleServer;
import io.kakou.console.ConsoleSettings;
import io.kakou.console.accounts.Account;
import io.kakou.console.accounts.Accounts;
import io.kakou.console.accounts.Role;
import io.kakou.console.clips.S3Settings;
import io.kakou.console.door.DoorSettings;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.DatabaseSettings;
import io.kakou.events.Camera;
import io.kakou.events.Recording;
import io.kakou.models.Size;
import io.kakou.rtsp.AccessUnit;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a camera's pictures to a person's browser, over a real store, a real recorder and its real door. */
@Timeout(120)
@ExtendWith(SharedConsole.class)
class FootageRouteTest {
    private static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");
    private static final String SPAN = "?from=2026-05-01T04:00:00Z&to=2026-05-01T05:00:00Z";
    private static final int FRAMES_A_SECOND = 12;
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    private static Path folder;

    private static final Deque<AutoCloseable> RUNNING = new ArrayDeque<>();
    private static @Nullable ConsoleServer console;
    private static @Nullable FootageAnswers answers;
    private static @Nullable DatabaseSettings database;
    private static Browser operator = new Browser("http://127.0.0.1:1");
    private static Browser neighbour = operator;
    private static Browser auditor = operator;

    @BeforeAll
    static void a_camera_was_recorded_for_twelve_seconds() throws Exception {
        EmbeddedS3 s3 = closing(new EmbeddedS3(folder.resolve("s3")));
        s3.start();
        HashLog hashes = closing(new HashLog(folder.resolve("hashes"), InstantSource.system()));
        ObjectStore store = closing(new ObjectStore(s3.settings(), hashes));
        store.start();
        FootageDesk desk = recorded(store);
        answers = new FootageAnswers(desk);
        InternalDoor door = closing(new InternalDoor(0, "token", id -> null, new FootageOnly(desk)));
        door.start();
        database = SharedConsole.installation().another("footage_routes");
        S3Settings reading = new S3Settings(
                s3.settings().endpoint(),
                "us-east-1",
                "kakou",
                s3.settings().accessKey(),
                s3.settings().secretKey());
        ConsoleSettings settings = new ConsoleSettings(
                ConsoleSettings.Place.loopback(0),
                Objects.requireNonNull(database),
                SharedConsole.installation().kafka.service().clients(),
                reading,
                folder);
        URI at = URI.create("http://127.0.0.1:" + door.port());
        console = closing(new ConsoleServer(
                settings, Installation.SECRETS, () -> new DoorSettings(at, "token"), InstantSource.system()));
        Objects.requireNonNull(console).start(Street.SEED);
        operator = person("operator", Role.OPERATOR, "pengbu");
        neighbour = person("neighbour", Role.OPERATOR, "jianqiao");
        auditor = person("auditor", Role.AUDITOR, "*");
    }

    @AfterAll
    static void close() throws Exception {
        for (AutoCloseable each : RUNNING) {
            each.close();
        }
    }

    @Test
    void what_is_there_and_what_is_missing_is_listed_without_the_stores_keys() throws Exception {
        Browser.Answer answer = operator.get("/api/cameras/lift-1/footage" + SPAN);
        assertThat(answer.body()).doesNotContain("footage/lift-1");
        JsonNode spans = answer.json();
        assertThat(spans.get("minutes")).hasSize(2);
        assertThat(spans.get("minutes").get(0).get("from").asText()).isEqualTo("2026-05-01T04:00:00Z");
        assertThat(spans.get("gaps")).hasSize(1);
        assertThat(spans.get("gaps").get(0).get("why").asText()).isEqualTo("CAMERA_AWAY");
        assertThat(operator.get("/api/cameras/lift-1/footage?from=x&to=y").status())
                .isEqualTo(400);
        assertThat(operator.get("/api/cameras/lift-1/footage").body()).contains("\"field\":\"from\"");
    }

    @ParameterizedTest(name = "{0}: {1}, bytes {2} to {3}")
    @CsvSource({
        "'',            200, 0,   all",
        "bytes=0-,      200, 0,   all",
        "bytes=0-99,    206, 0,   100",
        "bytes=700-,    206, 700, all",
        "bytes=-50,     206, -50, all",
        "bytes=5-4,     200, 0,   all",
        "'bytes=0-1,9-10', 200, 0, all",
        "lines=0-1,     200, 0,   all",
        "bytes=99999999-, 416, 0, 0",
    })
    void a_stored_minute_comes_by_ranges(String range, int status, int from, String to) throws Exception {
        String path = path(operator, 0) + "?reason=case+7";
        byte[] all = operator.bytes(path, "").body();
        HttpResponse<byte[]> answer = operator.bytes(path, range);
        assertThat(answer.statusCode()).isEqualTo(status);
        int begin = from < 0 ? all.length + from : from;
        int end = to.equals("all") ? all.length : Integer.parseInt(to);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(all, begin, Math.max(begin, end)));
        if (status == 206) {
            assertThat(answer.headers().firstValue("Content-Range"))
                    .hasValue("bytes " + begin + "-" + (end - 1) + "/" + all.length);
        } else if (status == 416) {
            assertThat(answer.headers().firstValue("Content-Range")).hasValue("bytes */" + all.length);
        }
        assertThat(answer.headers().firstValue("Accept-Ranges")).hasValue("bytes");
    }

    @Test
    void a_minute_plays_as_it_was_recorded_and_coded_anew() throws Exception {
        String path = path(operator, 0) + "?reason=case+7";
        assertThat(framesOf(operator.bytes(path, "").body())).isEqualTo(6 * FRAMES_A_SECOND);
        byte[] anew = operator.bytes(path + "&codec=h264", "").body();
        assertThat(framesOf(anew)).isBetween(6 * 15 - 2L, 6 * 15 + 2L);
        HttpResponse<byte[]> part = operator.bytes(path + "&codec=h264", "bytes=0-9");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOf(anew, 10));
    }

    @Test
    void who_looks_says_why_is_of_the_area_and_is_on_record() throws Exception {
        String path = path(operator, 1);
        assertThat(operator.get(path).body()).contains("\"field\":\"reason\"");
        assertThat(neighbour.get(path + "?reason=curious").status()).isEqualTo(404);
        assertThat(neighbour.get("/api/cameras/lift-1/footage" + SPAN).status()).isEqualTo(404);
        assertThat(operator.get(path.replace("040", "999") + "?reason=case+7").status())
                .isEqualTo(404);
        for (int i = 0; i < 3; i++) {
            assertThat(operator.bytes(path + "?reason=case+7", "bytes=0-9").statusCode())
                    .isEqualTo(206);
        }
        Browser.Answer audit = auditor.get("/api/audit?limit=1000");
        assertThat(audit.response().headers().firstValue("X-Kakou-Chain")).hasValue("intact");
        long rows = 0;
        for (JsonNode row : audit.json()) {
            boolean ours = row.get("user").asText().equals("operator")
                    && row.get("kind").asText().equals("FOOTAGE")
                    && path.contains(row.get("object").asText().substring("lift-1/".length()));
            rows += ours ? 1 : 0;
        }
        assertThat(rows).as("one row a session, however many ranges").isEqualTo(1);
    }

    @Test
    void a_hold_is_set_listed_and_released_each_with_a_row() throws Exception {
        String wanted = "{\"camera\":\"lift-1\",\"from\":\"2026-05-01T04:00:00Z\",\"to\":\"2026-05-01T05:00:00Z\","
                + "\"reason\":\"case 42\"}";
        Browser.Answer held = auditor.post("/api/footage/holds", wanted);
        assertThat(held.status()).as(held.body()).isEqualTo(200);
        String id = held.json().get("id").asText();
        assertThat(auditor.get("/api/footage/holds").body()).contains(id, "case 42", "auditor");
        assertThat(neighbour.get("/api/footage/holds").body()).doesNotContain(id);
        assertThat(neighbour.post("/api/footage/holds", wanted).status()).isEqualTo(403);
        String release = "/api/footage/holds/" + id + "/release";
        assertThat(auditor.post(release, "{\"reason\":\" \"}").status()).isEqualTo(400);
        assertThat(auditor.post(release, "{\"reason\":\"closed\"}").status()).isEqualTo(200);
        assertThat(auditor.post(release, "{\"reason\":\"closed\"}").status()).isEqualTo(404);
        assertThat(auditor.get("/api/footage/holds").body()).doesNotContain(id);
        assertThat(auditor.post("/api/footage/holds", wanted.replace("05:00", "03:00"))
                        .body())
                .contains("allowed: later than its begin");
        assertThat(auditor.get("/api/audit?limit=1000").body()).contains("HOLD_RELEASED", "case 42", "closed");
    }

    @Test
    void how_recording_stands_is_told() throws Exception {
        JsonNode status = auditor.get("/api/footage").json();
        assertThat(status.get("cameras").asInt()).isEqualTo(1);
        assertThat(status.get("since").get("minutes").asInt()).isEqualTo(2);
        assertThat(status.get("since").get("lostSeconds").asDouble()).isZero();
        assertThat(status.get("since").get("awaySeconds").asDouble()).isGreaterThan(10);
    }

    @Test
    void somebody_is_cut_out_of_a_moment_or_it_is_said_why_not() throws Exception {
        InternalDoor.Answer found = person("2026-05-01T04:00:02.500Z", "0.25");
        assertThat(found.status()).as(new String(found.body(), UTF_8)).isEqualTo(200);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(found.body()));
        assertThat(picture.getHeight()).isGreaterThanOrEqualTo(240);

        InternalDoor.Answer gap = person("2026-05-01T04:00:20Z", "0.25");
        assertThat(gap.status()).isEqualTo(404);
        assertThat(new String(gap.body(), UTF_8))
                .contains("\"field\":\"picture.NOT_RECORDED\"", "nothing of camera lift-1 is kept");
        assertThatThrownBy(() -> person("yesterday", "0.25")).hasMessageContaining("at is yesterday; allowed: a time");
        assertThatThrownBy(() -> person("2026-05-01T04:00:02Z", "2")).hasMessage("left is 2; allowed: 0 to 1");
    }

    private static InternalDoor.Answer person(String at, String left) throws InterruptedException {
        Map<String, String> query =
                Map.of("camera", "lift-1", "at", at, "left", left, "top", "0.2", "right", "0.5", "bottom", "0.8");
        return Objects.requireNonNull(
                Objects.requireNonNull(answers).answer(new Asked("GET", "/footage/person", query, new byte[0])));
    }

    private static String path(Browser browser, int minute) throws Exception {
        JsonNode spans = browser.get("/api/cameras/lift-1/footage" + SPAN).json();
        return "/api/cameras/lift-1/footage/"
                + spans.get("minutes").get(minute).get("segment").asText() + ".mp4";
    }

    private static long framesOf(byte[] movie) throws Exception {
        Path file = Files.write(Files.createTempFile(folder, "minute", ".mp4"), movie);
        long frames = 0;
        try (VideoFile video = VideoFile.open(file)) {
            while (video.next() != null) {
                frames++;
            }
        }
        return frames;
    }

    private static Browser person(String name, Role role, String area) throws Exception {
        String first = "first " + PASSWORD;
        try (Database accounts = new Database(Objects.requireNonNull(database))) {
            accounts.start();
            new Accounts(accounts, InstantSource.system())
                    .add(new Account(name, null, role, List.of(area), true, true), first);
        }
        Browser browser = new Browser(Objects.requireNonNull(console).url()).signIn(name, first);
        String passwords = "{\"old\":\"" + first + "\",\"new\":\"" + PASSWORD + "\"}";
        assertThat(browser.post("/api/password", passwords).status()).isEqualTo(200);
        return browser.signIn(name, PASSWORD);
    }

    private static FootageDesk recorded(ObjectStore store) throws Exception {
        FootageSettings settings = new FootageSettings(
                RecordSettings.DEFAULT.withSpool(1 << 30), new Retention(0, 3000, null), new Capacity(37, 1, null, 30));
        FootageDesk desk = closing(new FootageDesk(
                settings,
                store,
                new FootageDesk.Worker("worker-1", 1, folder.resolve("footage")),
                InstantSource.fixed(NOON.plusSeconds(40))));
        desk.start();
        Camera camera = continuous();
        desk.want(List.of(camera));
        try (StreamRecorder recorder = Objects.requireNonNull(desk.recorder(camera))) {
            Path film = SmallFilm.write(folder.resolve("film.mp4"), new Size(192, 112), 6, 1);
            show(film, NOON, recorder);
            recorder.sessionBegins();
            show(film, NOON.plusSeconds(30), recorder);
        }
        CountDownLatch never = new CountDownLatch(1);
        for (int tried = 0; tried < 600 && desk.status().since().minutes() < 2; tried++) {
            boolean unused = never.await(50, TimeUnit.MILLISECONDS);
        }
        return desk;
    }

    private static void show(Path film, Instant from, StreamRecorder recorder) throws Exception {
        try (CodedFile file = CodedFile.open(film)) {
            for (CodedFile.Unit unit = file.next(); unit != null; unit = file.next()) {
                Instant at = from.plusNanos(Math.round(unit.seconds() * 1e9));
                recorder.accept(new AccessUnit(file.codec(), unit.keyframe(), unit.seconds(), at, null, unit.bytes()));
            }
        }
    }

    private static Camera continuous() {
        Camera plain = Street.SEED.cameras().get(0);
        return new Camera(
                plain.id(),
                plain.name(),
                plain.kind(),
                plain.place(),
                plain.gbCode(),
                plain.mainStream(),
                plain.subStream(),
                plain.zones(),
                plain.watched(),
                null,
                Recording.CONTINUOUS);
    }

    private static <T extends AutoCloseable> T closing(T part) {
        RUNNING.push(part);
        return part;
    }

    /** A door behind which nothing is but footage. */
    private record FootageOnly(FootageDesk desk) implements InternalDoor.Answers {
        @Override
        public byte[] health() {
            throw new UncheckedIOException(new IOException("nobody asks"));
        }

        @Override
        public byte[] street() {
            throw new UncheckedIOException(new IOException("nobody asks"));
        }

        @Override
        public byte[] probe(byte[] request) {
            throw new UncheckedIOException(new IOException("nobody asks"));
        }

        @Override
        public InternalDoor.@Nullable Answer footage(Asked asked) throws InterruptedException {
            return new FootageAnswers(desk).answer(asked);
        }
    }
}
