package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.StagedLift;
import io.kakou.app.cameras.BadCamera;
import io.kakou.app.cameras.BadCamera.Fault;
import io.kakou.app.cameras.CutLine;
import io.kakou.app.serve.ServedFile;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import io.kakou.rtsp.wire.Credentials;
import io.kakou.rtsp.wire.DigestHash;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kakou run -c kakou.yml} as a process of its own, on a street of which most is broken. */
class RunWithBadCamerasTest {
    private static final double PATIENCE_SECONDS = 240;
    /** What a change on the page takes to be in force. */
    private static final double FORCE_SECONDS = 5;

    private static final String AGAIN = "; tried again by itself, at first within seconds, later every minute";
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    private Path folder;

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final List<String> seed = new ArrayList<>();
    private final RtspLoops loops = new RtspLoops(1, InstantSource.system());

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : running) {
            each.close();
        }
    }

    @Test
    void each_bad_camera_has_one_line_and_comes_back_while_the_good_one_alerts() throws Exception {
        ServedFile film = ServedFile.of(StagedLift.clip());
        running.push(loops);
        loops.start();
        RtspServer good = serve(film, ServerSettings.defaults());
        BadCamera silent = bad("silent", Fault.SILENT);
        BadCamera web = bad("web-server", Fault.WEB_SERVER);
        bad("mpeg4", Fault.MPEG4);
        bad("hangs-up", Fault.CLOSES_ON_CONNECT);
        RtspServer asking = serve(
                film, ServerSettings.defaults().withCredentials(new Credentials("user", "right"), DigestHash.SHA_256));
        int nobody = freePort();
        seed("nobody", nobody, "");
        seed("wrong-password", asking.port(), ", user: user, password: wrong");
        seed("good", good.port(), "");

        try (RunProgram run = new RunProgram(folder, config())) {
            String analysis = "kakou: analysis: camera ";
            for (String id : List.of("silent", "web-server", "mpeg4", "hangs-up", "nobody", "wrong-password")) {
                run.await("a line of " + id, said(analysis + id + " shows nothing"), PATIENCE_SECONDS);
            }
            run.await(
                    "an alert of the good camera",
                    line -> line.startsWith("kakou: analysis: alert ") && line.endsWith(" at camera good"),
                    PATIENCE_SECONDS);
            awaitTries(silent, 3);
            awaitTries(web, 4);
            assertThat(run.lines(analysis))
                    .containsExactlyInAnyOrder(
                            line("silent", "connect: OPTIONS: no answer within 5.0 s from " + silent.url() + AGAIN),
                            line("web-server", "connect: what it sends is no RTSP message, at " + web.url() + AGAIN),
                            line(
                                    "mpeg4",
                                    "describe: DESCRIBE: no H.264, H.265 or JPEG video, it offers video MP4V-ES, at "
                                            + url("mpeg4") + AGAIN),
                            line(
                                    "hangs-up",
                                    "connect: the camera closed the connection, at " + url("hangs-up") + AGAIN),
                            line("nobody", "connect: connection refused at " + url("nobody") + AGAIN),
                            line(
                                    "wrong-password",
                                    "authenticate: DESCRIBE: wrong user or password (401) at "
                                            + url("wrong-password")
                                            + "; tried again every two minutes, and at once when its login is changed"));

            Browser page = page(run);
            assertThat(page.get("/api/watch").body()).contains("wrong user or password");
            JsonNode refused = camera(page, "wrong-password");
            assertThat(refused.at("/state/stage").asText()).isEqualTo("AUTHENTICATE");
            assertThat(refused.at("/state/blind").asText()).contains("wrong user or password (401)");
            assertThat(camera(page, "mpeg4").at("/state/stage").asText()).isEqualTo("DESCRIBE");

            serve(film, ServerSettings.defaults().withPort(nobody));
            change(page, refused, ",\"user\":\"user\",\"password\":\"right\"");
            run.await("its login is mended", said(analysis + "wrong-password is watched again"), PATIENCE_SECONDS);
            run.await("somebody is there", said(analysis + "nobody is watched again"), PATIENCE_SECONDS);
            assertThat(run.lines(analysis)).hasSize(8);
            assertThat(camera(page, "nobody").at("/state/online").asBoolean()).isTrue();

            liveChanges(page, good.port());
        }
    }

    /** Added, changed and removed on the page, and what the camera itself sees of it. */
    private void liveChanges(Browser page, int port) throws Exception {
        CutLine line = new CutLine(0, port, 600);
        running.push(line);
        String fields = "\"kind\":\"LIFT\",\"subStream\":\"rtsp://127.0.0.1:" + line.port()
                + "/live\",\"watched\":[\"EBIKE_IN_LIFT\"]";
        assertThat(page.post("/api/cameras", "{\"id\":\"fresh\"," + fields + "}")
                        .status())
                .isEqualTo(201);
        within("its first look", () -> camera(page, "fresh").at("/state/online").asBoolean());

        String zone = ",\"zones\":[{\"name\":\"cabin\",\"corners\":[{\"x\":0,\"y\":0},{\"x\":0.9,\"y\":0},"
                + "{\"x\":0.9,\"y\":0.9}]}]";
        Browser.Answer changed = page.call("PUT", "/api/cameras/fresh", "{" + fields + zone + "}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        within("a session for the changed one", () -> line.connections() == 2 && line.open() == 1);

        assertThat(page.call("DELETE", "/api/cameras/fresh", "").status()).isEqualTo(200);
        within("no session for the removed one", () -> line.open() == 0);
    }

    private interface Question {
        boolean isSo() throws Exception;
    }

    private static void within(String what, Question question) throws Exception {
        long began = System.nanoTime();
        CountDownLatch never = new CountDownLatch(1);
        while (!question.isSo()) {
            assertThat((System.nanoTime() - began) / 1e9).as(what).isLessThan(FORCE_SECONDS);
            boolean unused = never.await(50, TimeUnit.MILLISECONDS);
        }
        System.out.printf("%s after %.1f s%n", what, (System.nanoTime() - began) / 1e9);
    }

    private static void awaitTries(BadCamera camera, int tries) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; camera.connections() < tries && i < PATIENCE_SECONDS * 10; i++) {
            boolean unused = never.await(100, TimeUnit.MILLISECONDS);
        }
        assertThat(camera.connections()).isGreaterThanOrEqualTo(tries);
    }

    private static Browser page(RunProgram run) throws Exception {
        String url = run.await("the page's address", said("http://127.0.0.1:"), 1);
        String login = run.await("the first login", line -> line.contains("first login: admin "), 1);
        String first = login.replaceAll(".*first login: admin (\\S+) .*", "$1");
        Browser page = new Browser(url.strip()).signIn("admin", first);
        String change = "{\"old\":\"" + first + "\",\"new\":\"" + PASSWORD + "\"}";
        assertThat(page.post("/api/password", change).status()).isEqualTo(200);
        return page.signIn("admin", PASSWORD);
    }

    private static JsonNode camera(Browser page, String id) throws Exception {
        for (JsonNode each : page.get("/api/cameras").json()) {
            if (each.get("id").asText().equals(id)) {
                return each;
            }
        }
        throw new AssertionError("no camera " + id);
    }

    private static void change(Browser page, JsonNode camera, String more) throws Exception {
        String body = "{\"kind\":\"LIFT\",\"subStream\":" + camera.get("subStream") + ",\"watched\":"
                + camera.get("watched") + more + "}";
        Browser.Answer answer =
                page.call("PUT", "/api/cameras/" + camera.get("id").asText(), body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private BadCamera bad(String id, Fault fault) throws Exception {
        BadCamera camera = new BadCamera(0, fault);
        running.push(camera);
        seed(id, camera.port(), "");
        return camera;
    }

    private RtspServer serve(ServedFile film, ServerSettings settings) throws Exception {
        RtspServer server = new RtspServer(loops, settings, Map.of("live", film));
        running.push(server);
        server.start();
        return server;
    }

    private void seed(String id, int port, String more) {
        seed.add("- {id: " + id + ", kind: LIFT, watched: [EBIKE_IN_LIFT], subStream: \"rtsp://127.0.0.1:" + port
                + "/live\"" + more + "}");
    }

    private String url(String id) {
        String line = seed.stream()
                .filter(each -> each.startsWith("- {id: " + id + ","))
                .findFirst()
                .orElseThrow();
        return line.replaceAll(".*subStream: \"([^\"]*)\".*", "$1");
    }

    private Path config() throws Exception {
        Files.write(folder.resolve("cameras.yml"), seed);
        return Files.writeString(
                folder.resolve("kakou.yml"), "data: d\nconsole: {port: 0}\nseed: {cameras: cameras.yml}\n");
    }

    private static String line(String id, String rest) {
        return "kakou: analysis: camera " + id + " shows nothing, it stands at " + rest;
    }

    private static Predicate<String> said(String start) {
        return line -> line.startsWith(start);
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
