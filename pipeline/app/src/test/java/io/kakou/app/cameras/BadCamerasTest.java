package io.kakou.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.street.Street;
import io.kakou.app.cameras.BadCamera.Fault;
import io.kakou.app.serve.ServedFile;
import io.kakou.events.Alert;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.Health;
import io.kakou.events.Sighting;
import io.kakou.events.Stage;
import io.kakou.models.Size;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import io.kakou.rtsp.wire.Credentials;
import io.kakou.rtsp.wire.DigestHash;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A street in which every camera but one is wrong in its own way, over real sessions and real decoding. */
class BadCamerasTest {
    private static final long PATIENCE_SECONDS = 40;
    private static final String AGAIN = "; tried again by itself, at first within seconds, later every minute";

    /** What people are told of each, once. */
    private static final Map<String, String> LINES = Map.ofEntries(
            Map.entry("black-hole", "connect: no connection within 1.0 s to URL" + AGAIN),
            Map.entry("closes-on-connect", "connect: the camera closed the connection, at URL" + AGAIN),
            Map.entry("closes-after-describe", "setup: the camera closed the connection, at URL" + AGAIN),
            Map.entry("closes-after-play", "first packet: the camera closed the connection, at URL" + AGAIN),
            Map.entry("silent", "connect: OPTIONS: no answer within 0.7 s from URL" + AGAIN),
            Map.entry("silent-after-play", "first packet: no packet for 1.0 s, at URL" + AGAIN),
            Map.entry("web-server", "connect: what it sends is no RTSP message, at URL" + AGAIN),
            Map.entry(
                    "garbage-after-play",
                    "first packet: what it sends is no RTP of its video, for 1.0 s, at URL" + AGAIN),
            Map.entry(
                    "no-keyframe",
                    "first keyframe: packets, but no whole keyframe in 1.5 s (a smart codec, or a keyframe interval longer than that), at URL"
                            + AGAIN),
            Map.entry(
                    "mpeg4",
                    "describe: DESCRIBE: no H.264, H.265 or JPEG video, it offers video MP4V-ES, at URL" + AGAIN),
            Map.entry("nobody-there", "connect: connection refused at URL" + AGAIN),
            Map.entry("no-name", "name: unknown host \"nobody.invalid\"" + AGAIN),
            Map.entry(
                    "wrong-password",
                    "authenticate: DESCRIBE: wrong user or password (401) at URL;"
                            + " tried again every two minutes, and at once when its login is changed"),
            Map.entry(
                    "no-address",
                    "name: it has no address; allowed: a sub or main stream; not tried again until the camera is"
                            + " changed"),
            Map.entry("cut-short", "first keyframe: the camera closed the connection, at URL" + AGAIN));

    @TempDir
    private Path folder;

    private final RtspLoops loops = new RtspLoops(1, InstantSource.system());
    private final Told told = new Told();
    private final Map<String, Integer> ports = new HashMap<>();
    private final Map<String, Camera> cameras = new HashMap<>();
    private final List<AutoCloseable> bad = new ArrayList<>();
    private final List<AutoCloseable> good = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : bad) {
            each.close();
        }
        for (AutoCloseable each : good) {
            each.close();
        }
        loops.close();
    }

    @Test
    void each_is_told_once_and_once_more_when_it_is_mended() throws Exception {
        loops.start();
        ServedFile film = ServedFile.of(SmallFilm.write(folder.resolve("a.mp4"), new Size(192, 112), 3, 0.5));
        RtspServer fine = serve(film, 0);
        place("good", fine.port());
        placeFaults();
        CutLine line = new CutLine(0, fine.port(), 3);
        bad.add(line);
        place("cut-short", line.port());

        try (Street street = PlainParts.running();
                CameraSet set = new CameraSet(
                        PlainParts.keepingNothing(loops, street), new Owner("w", 1), told, InstantSource.system())) {
            set.start();
            set.all(cameras);
            told.awaitAll(LINES.size());
            for (String id : LINES.keySet()) {
                assertThat(told.lines.get(id)).as(id).containsExactly(expected(id));
            }
            assertThat(told.health("good").stage()).isEqualTo(Stage.LOOKING);
            assertThat(told.health("wrong-password").stage()).isEqualTo(Stage.AUTHENTICATE);
            assertThat(told.health("wrong-password").blind()).contains("wrong user or password");

            mend(film);
            set.changed("no-name", camera("no-name", fine.port()));
            set.changed("no-address", camera("no-address", fine.port()));
            told.awaitAll(LINES.size());
            for (String id : LINES.keySet()) {
                assertThat(told.lines.get(id)).as(id).hasSize(2);
                assertThat(told.lines.get(id).get(1)).matches("camera " + id + " is watched again, after [0-9]+ s");
                assertThat(told.health(id).stage()).isEqualTo(Stage.LOOKING);
                assertThat(told.health(id).blind()).isNull();
            }
            assertThat(told.lines).doesNotContainKey("good");
        }
    }

    private void placeFaults() throws Exception {
        for (Fault fault : Fault.values()) {
            if (fault != Fault.RANDOM_BYTES) { // told by what it happens to send: below
                BadCamera camera = new BadCamera(0, fault);
                bad.add(camera);
                place(fault.name().toLowerCase(Locale.ROOT).replace('_', '-'), camera.port());
            }
        }
        ServerSettings closed =
                ServerSettings.defaults().withCredentials(new Credentials("u", "right"), DigestHash.SHA_256);
        RtspServer asking = new RtspServer(loops, closed, Map.of("live", ServedFile.of(folder.resolve("a.mp4"))));
        asking.start();
        bad.add(asking);
        place("wrong-password", asking.port());
        cameras.put("wrong-password", camera("wrong-password", asking.port()));
        place("nobody-there", freePort());
        cameras.put("no-name", camera("no-name", "rtsp://nobody.invalid/live"));
        cameras.put("no-address", camera("no-address", (String) null));
    }

    /** Where each bad camera stood, a good one. */
    private void mend(ServedFile film) throws Exception {
        for (AutoCloseable each : bad) {
            each.close();
        }
        bad.clear();
        for (Map.Entry<String, Integer> each : ports.entrySet()) {
            if (!each.getKey().equals("good")) {
                RtspServer server = serve(film, each.getValue());
                assertThat(server.port()).isEqualTo(each.getValue());
            }
        }
    }

    private RtspServer serve(ServedFile film, int port) throws Exception {
        RtspServer server = new RtspServer(loops, ServerSettings.defaults().withPort(port), Map.of("live", film));
        server.start();
        good.add(server);
        return server;
    }

    private void place(String id, int port) {
        ports.put(id, port);
        cameras.put(id, camera(id, port));
    }

    private String expected(String id) {
        String url = "rtsp://127.0.0.1:" + ports.getOrDefault(id, 0) + "/live";
        return "camera " + id + " shows nothing, it stands at "
                + Objects.requireNonNull(LINES.get(id)).replace("URL", url);
    }

    private static Camera camera(String id, int port) {
        return camera(id, "rtsp://127.0.0.1:" + port + "/live");
    }

    private static Camera camera(String id, @Nullable String url) {
        return new Camera(id, id, CameraKind.LIFT, null, null, null, url, List.of(), List.of(EventKind.EBIKE_IN_LIFT));
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static final class Told implements CameraSet.Listener {
        private static final Pattern CAMERA = Pattern.compile("camera (\\S+) .*");
        private final BlockingQueue<String> fresh = new LinkedBlockingQueue<>();
        private final Map<String, List<String>> lines = new ConcurrentHashMap<>();
        private final Map<String, Health> stands = new ConcurrentHashMap<>();

        @Override
        public void raised(Alert alert) {}

        @Override
        public void sighted(Sighting sighting) {}

        @Override
        public void stands(Health health) {
            stands.put(health.camera(), health);
        }

        @Override
        public void said(String line) {
            var matcher = CAMERA.matcher(line);
            assertThat(matcher.matches()).as(line).isTrue();
            lines.computeIfAbsent(matcher.group(1), id -> new ArrayList<>()).add(line);
            fresh.add(line);
        }

        Health health(String id) {
            return Objects.requireNonNull(stands.get(id), id);
        }

        /** So many lines; and then none for some seconds, in which the cameras are tried again and again. */
        void awaitAll(int count) throws InterruptedException {
            for (int i = 0; i < count; i++) {
                assertThat(fresh.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .as("line %d of %d; so far: %s", i + 1, count, lines)
                        .isNotNull();
            }
            assertThat(fresh.poll(3, TimeUnit.SECONDS)).as("one more line").isNull();
        }
    }
}
