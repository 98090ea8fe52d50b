package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.analysis.store.HashLine;
import io.kakou.app.StagedLift;
import io.kakou.app.serve.ServedFile;
import io.kakou.models.ebike.EbikeHead;
import io.kakou.models.mucktruck.MuckTruckHead;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kakou models use} and {@code kakou rule off} against {@code kakou run}, each a process of its own, on a lift whose
 * film alerts again and again.
 */
class SwitchingOnRunTest {
    private static final double PATIENCE_SECONDS = 240;
    private static final double FORCE_SECONDS = 5;
    /** The film begins again by then, and with it what it alerts for. */
    private static final Duration A_FILM = Duration.ofSeconds(60);

    private static final String ALERT = "kakou: analysis: alert ";

    @TempDir
    private Path folder;

    @Test
    void a_model_and_a_rule_are_switched_in_five_seconds_and_back_while_all_runs() throws Exception {
        try (RtspLoops loops = new RtspLoops(1, InstantSource.system());
                RtspServer lift = new RtspServer(
                        loops, ServerSettings.defaults(), Map.of("live", ServedFile.of(StagedLift.clip())))) {
            loops.start();
            lift.start();
            try (RunProgram run = new RunProgram(folder, config(lift.port()))) {
                run.await("an alert", line -> line.startsWith(ALERT), PATIENCE_SECONDS);
                Browser page = page(run);
                model(run, page);
                rule(run, page);
            }
        }
    }

    /** A head of the same numbers under another name and hash: what it sees is the same, and who saw it is not. */
    private void model(RunProgram run, Browser page) throws Exception {
        String hash = lay("second", EbikeHead.class, "ebike-in-lift");
        String misfit = lay("third", MuckTruckHead.class, "muck-truck");
        String before = awaitModel(page, "ebike-in-lift-head@");

        List<String> listed = kakou(run, 0, "models", "list");
        assertThat(listed).anyMatch(line -> line.startsWith("looking: " + before + " at 1 cameras"));
        assertThat(listed).anyMatch(line -> line.startsWith("there: " + hash.substring(0, 12) + " second for LIFT, "));
        assertThat(listed).contains("in use: none of them; every camera is looked at as its worker started");

        List<String> said = kakou(run, 0, "models", "use", hash.substring(0, 12), "--reason", "试运行");
        awaitModel(page, "second@" + hash.substring(0, 12));
        Instant asked =
                Instant.parse(page.get("/api/models").json().at("/uses/0/from").asText());
        JsonNode state = camera(page).path("state");
        double first = Duration.between(asked, firstLook).toMillis() / 1e3;
        System.out.println(said + ", the first look by it after " + first + " s");
        assertThat(said.get(0)).startsWith("in force at 1 of 1 cameras after ");
        assertThat(first).isBetween(0.0, FORCE_SECONDS);
        assertThat(state.at("/judgedBy/use").asText()).startsWith("model-");
        assertThat(run.lines(
                        "kakou: analysis: model second " + hash.substring(0, 12) + " at every camera of [LIFT], by "))
                .hasSize(1);

        assertThat(kakou(run, 1, "models", "use", "00000000", "--reason", "x").get(0))
                .contains("there is no model 00000000; allowed: ", hash.substring(0, 12) + " second");
        assertThat(kakou(run, 1, "models", "use", misfit, "--reason", "x").get(0))
                .contains(
                        "model third does not fit: third gives 1 outputs, the first of 1 numbers; allowed for a head of"
                                + " ebike-in-lift: one of 100");

        assertThat(kakou(run, 0, "models", "back", "--reason", "试完了"))
                .containsExactly("taken back; every camera is looked at as its worker started");
        assertThat(awaitModel(page, "ebike-in-lift-head@")).isEqualTo(before);
    }

    private Instant firstLook = Instant.MIN;

    /** The model of the newest look once it is this one; when that look was is {@link #firstLook}. */
    private String awaitModel(Browser page, String named) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        JsonNode state = camera(page).path("state");
        for (int i = 0; !state.at("/judgedBy/model").asText().contains(named) && i < PATIENCE_SECONDS * 10; i++) {
            boolean unused = never.await(100, TimeUnit.MILLISECONDS);
            state = camera(page).path("state");
        }
        assertThat(state.at("/judgedBy/model").asText()).contains(named);
        firstLook = Instant.parse(state.path("lastLook").asText());
        return state.at("/judgedBy/model").asText();
    }

    /** A head of the program's, with a line more, as a head of lifts into the running system's folder of models. */
    private String lay(String name, Class<?> room, String from) throws IOException {
        Path models = Files.createDirectories(folder.resolve("d/models").resolve(name));
        try (InputStream onnx = Objects.requireNonNull(room.getResourceAsStream(from + ".onnx"));
                InputStream card = Objects.requireNonNull(room.getResourceAsStream(from + ".json"))) {
            // Field 6 of an ONNX model is its doc_string.
            byte[] doc = ("2" + (char) name.length() + name).getBytes(StandardCharsets.US_ASCII);
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.writeBytes(onnx.readAllBytes());
            whole.writeBytes(doc);
            byte[] model = whole.toByteArray();
            String hash = HashLine.sha256(model);
            Files.write(models.resolve("ebike-in-lift.onnx"), model);
            String text = new String(card.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("\"sha256\" : \"[0-9a-f]+\"", "\"sha256\" : \"" + hash + "\"")
                    .replaceFirst("\"name\" : \"[^\"]+\"", "\"name\" : \"" + name + "\"")
                    .replaceFirst("\"event\" : \"[^\"]+\"", "\"event\" : \"ebike-in-lift\"");
            Files.writeString(models.resolve("ebike-in-lift.json"), text);
            return hash;
        }
    }

    private void rule(RunProgram run, Browser page) throws Exception {
        List<String> said = kakou(run, 0, "rule", "off", "EBIKE_IN_LIFT", "--reason", "检修", "--until", "1h");
        assertThat(said.get(0)).startsWith("in force at 1 of 1 cameras after ");
        double seconds = Double.parseDouble(said.get(0).replaceAll(".* after ([0-9.]+) s", "$1"));
        assertThat(seconds).isLessThanOrEqualTo(FORCE_SECONDS);
        System.out.println(said);
        assertThat(run.lines("kakou: analysis: rule EBIKE_IN_LIFT is off at every camera until "))
                .hasSize(1);

        Instant off = look(page);
        int before = run.lines(ALERT).size();
        awaitLook(page, off.plus(A_FILM));
        assertThat(run.lines(ALERT)).hasSize(before);
        assertThat(camera(page).at("/state/notWatched/0").asText()).isEqualTo("EBIKE_IN_LIFT");
        assertThat(camera(page).at("/state/braked/0/reason").asText()).isEqualTo("检修");
        assertThat(kakou(run, 0, "rule", "list").get(0)).startsWith("EBIKE_IN_LIFT is off at every camera until ");

        assertThat(kakou(run, 0, "rule", "on", "ebike-in-lift", "--reason", "修好了"))
                .containsExactly("on again; every rule is on");
        run.await("an alert after it", line -> run.lines(ALERT).size() > before, PATIENCE_SECONDS);

        assertThat(kakou(run, 1, "rule", "off", "FLOOD", "--reason", "x", "--until", "1h")
                        .get(0))
                .contains("kind is another word; allowed: WATERLOGGING, LOST_CHILD, EBIKE_IN_LIFT");
    }

    /** What a command prints, once it has ended so. */
    private List<String> kakou(RunProgram run, int exit, String... words) throws Exception {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--console", url(run)));
        return KakouProcess.run(folder, exit, line);
    }

    private static String url(RunProgram run) throws InterruptedException {
        return run.await("the page's address", line -> line.startsWith("http://127.0.0.1:"), 1)
                .strip();
    }

    private static Browser page(RunProgram run) throws Exception {
        String login = run.await("the first login", line -> line.contains("first login: admin "), 1);
        String first = login.replaceAll(".*first login: admin (\\S+) .*", "$1");
        Browser page = new Browser(url(run)).signIn("admin", first);
        String change = "{\"old\":\"" + first + "\",\"new\":\"" + People.PASSWORD + "\"}";
        assertThat(page.post("/api/password", change).status()).isEqualTo(200);
        return page.signIn("admin", People.PASSWORD);
    }

    private static JsonNode camera(Browser page) throws Exception {
        return page.get("/api/cameras").json().get(0);
    }

    private static Instant look(Browser page) throws Exception {
        return Instant.parse(camera(page).at("/state/lastLook").asText());
    }

    /** By the camera's own looks, so that a slow machine waits for longer. */
    private static void awaitLook(Browser page, Instant at) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; look(page).isBefore(at) && i < PATIENCE_SECONDS * 2; i++) {
            boolean unused = never.await(500, TimeUnit.MILLISECONDS);
        }
        assertThat(look(page)).isAfterOrEqualTo(at);
    }

    private Path config(int port) throws IOException {
        Files.writeString(
                folder.resolve("cameras.yml"),
                "- {id: lift-1, kind: LIFT, watched: [EBIKE_IN_LIFT], subStream: \"rtsp://127.0.0.1:" + port
                        + "/live\"}\n");
        return Files.writeString(
                folder.resolve("kakou.yml"), "data: d\nconsole: {port: 0}\nseed: {cameras: cameras.yml}\n");
    }
}
