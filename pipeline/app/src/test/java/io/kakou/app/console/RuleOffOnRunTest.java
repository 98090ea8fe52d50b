package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.StagedLift;
import io.kakou.app.process.JavaCommand;
import io.kakou.app.serve.ServedFile;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kakou rule off} against {@code kakou run}, each a process of its own, on a lift whose film alerts again and again. */
class RuleOffOnRunTest {
    private static final double PATIENCE_SECONDS = 240;
    private static final double FORCE_SECONDS = 5;
    /** The film begins again by then, and with it what it alerts for. */
    private static final Duration A_FILM = Duration.ofSeconds(60);

    private static final String PASSWORD = "correct horse battery";
    private static final String ALERT = "kakou: analysis: alert ";

    @TempDir
    private Path folder;

    @Test
    void off_is_in_force_in_five_seconds_nothing_is_raised_meanwhile_and_it_goes_on_when_it_is_on_again()
            throws Exception {
        try (RtspLoops loops = new RtspLoops(1, InstantSource.system());
                RtspServer lift = new RtspServer(
                        loops, ServerSettings.defaults(), Map.of("live", ServedFile.of(StagedLift.clip())))) {
            loops.start();
            lift.start();
            try (RunProgram run = new RunProgram(folder, config(lift.port()))) {
                run.await("an alert", line -> line.startsWith(ALERT), PATIENCE_SECONDS);
                Browser page = page(run);

                List<String> said = rule(run, 0, "off", "EBIKE_IN_LIFT", "--reason", "检修", "--until", "1h");
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
                assertThat(rule(run, 0, "list").get(0)).startsWith("EBIKE_IN_LIFT is off at every camera until ");

                assertThat(rule(run, 0, "on", "ebike-in-lift", "--reason", "修好了"))
                        .containsExactly("on again; every rule is on");
                run.await("an alert after it", line -> run.lines(ALERT).size() > before, PATIENCE_SECONDS);

                assertThat(rule(run, 1, "off", "FLOOD", "--reason", "x", "--until", "1h")
                                .get(0))
                        .contains("kind is another word; allowed: WATERLOGGING, LOST_CHILD, EBIKE_IN_LIFT");
            }
        }
    }

    /** What a command prints, once it has ended so. */
    private List<String> rule(RunProgram run, int exit, String... words) throws Exception {
        List<String> line = new ArrayList<>(List.of("io.kakou.app.Kakou", "rule"));
        line.addAll(List.of(words));
        line.addAll(List.of("--console", url(run)));
        ProcessBuilder builder = new ProcessBuilder(
                        JavaCommand.of(folder.resolve("rule.args"), List.of("-Xmx128m"), line))
                .redirectErrorStream(true);
        builder.environment().put("KAKOU_PASSWORD", PASSWORD);
        builder.environment().put("JDK_JAVA_OPTIONS", "-Dlogback.configurationFile=logback.xml");
        Process process = builder.start();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(each -> !each.startsWith("NOTE: "))
                .toList();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(String.join("\n", said)).isEqualTo(exit);
        return said;
    }

    private static String url(RunProgram run) throws InterruptedException {
        return run.await("the page's address", line -> line.startsWith("http://127.0.0.1:"), 1)
                .strip();
    }

    private static Browser page(RunProgram run) throws Exception {
        String login = run.await("the first login", line -> line.contains("first login: admin "), 1);
        String first = login.replaceAll(".*first login: admin (\\S+) .*", "$1");
        Browser page = new Browser(url(run)).signIn("admin", first);
        String change = "{\"old\":\"" + first + "\",\"new\":\"" + PASSWORD + "\"}";
        assertThat(page.post("/api/password", change).status()).isEqualTo(200);
        return page.signIn("admin", PASSWORD);
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
