package io.kakou.app.role;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.analysis.clip.ClipSettings;
import io.kakou.analysis.evidence.EvidenceDesk;
import io.kakou.analysis.face.FaceReader;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.street.Street;
import io.kakou.app.cameras.CameraSet;
import io.kakou.app.cameras.Owner;
import io.kakou.app.cameras.PlainParts;
import io.kakou.app.cameras.SmallFilm;
import io.kakou.app.door.InternalDoor;
import io.kakou.app.serve.ServedFile;
import io.kakou.events.Alert;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.Health;
import io.kakou.events.Sighting;
import io.kakou.models.Size;
import io.kakou.rtsp.CameraSettings;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door of an analysis process, over a real camera, real sessions, decoding and clips. */
class DoorOnCamerasTest {
    private static final long LIMIT_SECONDS = 30;

    @TempDir
    private Path folder;

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final BlockingQueue<Health> healths = new LinkedBlockingQueue<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Camera> cameras = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // before each test
    private CameraSet set;

    @SuppressWarnings("NullAway.Init") // before each test
    private InternalDoor door;

    @SuppressWarnings("NullAway.Init") // before each test
    private RtspServer server;

    @BeforeEach
    void start() throws Exception {
        RtspLoops loops = closing(new RtspLoops(1, InstantSource.system()));
        loops.start();
        ServedFile film = ServedFile.of(SmallFilm.write(folder.resolve("a.mp4"), new Size(192, 112), 4, 1));
        server = closing(new RtspServer(loops, ServerSettings.defaults(), Map.of("lift", film)));
        server.start();
        EvidenceDesk desk =
                closing(new EvidenceDesk(new NoShelf(), ClipSettings.DEFAULT, folder, InstantSource.system()));
        desk.start();
        Street street = closing(PlainParts.running());
        PlainParts parts = new PlainParts(
                loops,
                street,
                camera ->
                        new KeptEvidence(desk.camera(camera, JudgeSettings.DEFAULT, FaceReader.NONE), null, List.of()),
                CameraSettings.defaults());
        set = closing(new CameraSet(parts, new Owner("w", 1), new Told(), InstantSource.system()));
        set.start();
        cameras.put("lift-1", camera("lift-1", server.url("lift")));
        cameras.put("dark", camera("dark", "rtsp://127.0.0.1:1/x"));
        set.all(cameras);
        door = closing(new InternalDoor(
                new InternalDoor.Place("127.0.0.1", 0),
                "secret",
                set::witness,
                new DoorAnswers(set, street, loops, null, null)));
        door.start();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : running) {
            each.close();
        }
    }

    @Test
    void it_shows_health_and_the_newest_picture() throws Exception {
        awaitLooking("lift-1");
        JsonNode health = new ObjectMapper().readTree(ask("/health").body());
        assertThat(health.findValuesAsText("camera")).containsExactlyInAnyOrder("lift-1", "dark");
        assertThat(health.findValuesAsText("stage")).contains("LOOKING", "CONNECT");
        assertThat(health.findValuesAsText("blind")).anyMatch(why -> why.startsWith("connection refused at "));

        HttpResponse<byte[]> picture = ask("/cameras/lift-1/picture.jpg");
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        var image = ImageIO.read(new ByteArrayInputStream(picture.body()));
        assertThat(image.getWidth()).isEqualTo(192);
        assertThat(image.getHeight()).isEqualTo(112);

        HttpResponse<byte[]> none = ask("/cameras/dark/picture.jpg");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(text(none)).contains("camera dark has not shown a picture yet");
    }

    @Test
    void live_goes_on_until_the_camera_is_removed_and_holds_nothing_up() throws Exception {
        awaitLooking("lift-1");
        HttpResponse<InputStream> slow = http.send(request("/cameras/lift-1/live.mp4"), BodyHandlers.ofInputStream());
        HttpResponse<InputStream> live = http.send(request("/cameras/lift-1/live.mp4"), BodyHandlers.ofInputStream());
        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(live.headers().firstValue("Content-Type")).hasValue("video/mp4");
        assertThat(boxes(live.body(), 4)).startsWith("ftyp", "moov").contains("moof");

        CompletableFuture<byte[]> rest = CompletableFuture.supplyAsync(() -> readAll(live.body()));
        set.changed("lift-1", null);
        assertThat(rest.get(LIMIT_SECONDS, TimeUnit.SECONDS)).isNotNull();
        assertThat(readAll(slow.body())).isNotEmpty();
        assertThat(ask("/cameras/lift-1/live.mp4").statusCode()).isEqualTo(404);
    }

    @Test
    void a_probe_tells_what_a_camera_sends_or_where_it_failed() throws Exception {
        JsonNode near = probe("{\"url\":\"" + server.url("lift") + "\"}", 200);
        assertThat(near.get("codec").asText()).isEqualTo("H.264");
        assertThat(near.get("width").asInt()).isEqualTo(192);
        JsonNode gone = probe("{\"url\":\"rtsp://127.0.0.1:1/x\"}", 200);
        assertThat(gone.get("stage").asText()).isEqualTo("CONNECT");
        assertThat(gone.get("error").asText())
                .isEqualTo("failed at connect: connection refused at rtsp://127.0.0.1:1/x");
        assertThat(probe("{\"url\":\"http://h/\"}", 400).get("error").asText()).contains("rtsp[s]://host[:port]/path");
        assertThat(probe("{}", 400).get("error").asText()).startsWith("url is missing");
        assertThat(probe("[", 400).get("error").asText()).isNotEmpty();
    }

    private void awaitLooking(String camera) throws InterruptedException {
        Health next;
        do {
            next = healths.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("%s is looked at in time", camera).isNotNull();
        } while (!next.camera().equals(camera) || next.lastLook() == null);
    }

    /** The types of the first boxes of an MP4 (ISO/IEC 14496-12 §4.2). */
    private static List<String> boxes(InputStream in, int count) throws Exception {
        List<String> types = new ArrayList<>();
        while (types.size() < count) {
            ByteBuffer head = ByteBuffer.wrap(in.readNBytes(8));
            int size = head.getInt();
            byte[] type = new byte[4];
            head.get(type);
            types.add(new String(type, StandardCharsets.US_ASCII));
            in.skipNBytes(size - 8);
        }
        return types;
    }

    private static byte[] readAll(InputStream in) {
        try (in) {
            return in.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private JsonNode probe(String body, int status) throws Exception {
        HttpRequest request = builder("/probe")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(status);
        return new ObjectMapper().readTree(answer.body());
    }

    private HttpResponse<byte[]> ask(String path) throws Exception {
        return http.send(request(path), BodyHandlers.ofByteArray());
    }

    private HttpRequest request(String path) {
        return builder(path).build();
    }

    private HttpRequest.Builder builder(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + path))
                .timeout(Duration.ofSeconds(LIMIT_SECONDS))
                .header("Authorization", "Bearer secret");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static Camera camera(String id, String url) {
        return new Camera(id, id, CameraKind.LIFT, null, null, null, url, List.of(), List.of(EventKind.EBIKE_IN_LIFT));
    }

    private <T extends AutoCloseable> T closing(T part) {
        running.push(part);
        return part;
    }

    private final class Told implements CameraSet.Listener {
        @Override
        public void raised(Alert alert) {}

        @Override
        public void sighted(Sighting sighting) {}

        @Override
        public void stands(Health health) {
            healths.add(health);
        }

        @Override
        public void said(String line) {}
    }

    /** No alert is raised here, so nothing is stored. */
    private static final class NoShelf implements Shelf {
        @Override
        public void put(String key, byte[] bytes, String contentType) {
            throw new AssertionError("nothing is to be stored: " + key);
        }

        @Override
        public byte[] get(String key) {
            throw new AssertionError("nothing is to be read: " + key);
        }

        @Override
        public byte[] get(String key, long from, int length) {
            throw new AssertionError("nothing is to be read: " + key);
        }

        @Override
        public List<Listed> listing(String prefix) {
            return List.of();
        }

        @Override
        public void delete(String key) {
            throw new AssertionError("nothing is to be deleted: " + key);
        }
    }
}
