package io.kakou.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.kakou.analysis.flow.Closing;
import io.kakou.app.StagedLift;
import io.kakou.app.demo.LoopedLift;
import io.kakou.app.page.AlertTimes.Published;
import io.kakou.app.role.Deployment;
import io.kakou.app.role.Installation;
import io.kakou.app.serve.ServedFile;
import io.kakou.app.services.Outside;
import io.kakou.app.settings.RunSettings;
import io.kakou.events.Alert;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How soon people see it: the whole system as {@code kakou run} starts it, lift cameras with keyframes every 1, 2 and 4 s
 * that tell a short story again and again, and an idle seat in a real browser. In a test the order of the steps is
 * checked, not their speed. As a program it measures:
 *
 * <pre>{@code
 * mvn -q -B -pl pipeline/app -am verify -Dtest=PromptnessTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dkakou.prompt.alerts=60 -Dkakou.prompt.lives=20 -Dkakou.prompt.report=benchmarks/results/promptness.json
 * }</pre>
 *
 * <p>What the times are: {@link Chain}.
 */
class PromptnessTest {
    private static final int ALERTS = Integer.getInteger("kakou.prompt.alerts", 3);
    private static final int LIVES = Integer.getInteger("kakou.prompt.lives", 1);
    private static final String REPORT = System.getProperty("kakou.prompt.report", "");
    /** Seconds from keyframe to keyframe of each camera. */
    private static final List<Double> GOPS = List.of(2.0, 1.0, 4.0);

    private static final String PASSWORD = "eight-lifts-and-a-road";
    private static final double PATIENCE_MILLIS = 60_000;
    /** A seat is idle after half a minute; between alerts there is as much time as the cameras' stories leave. */
    private static final double ALL_MILLIS = 2 * PATIENCE_MILLIS + ALERTS * 8_000.0;
    /** An alert that waited longer may have gone out without its evidence: the machine was too busy to tell. */
    private static final long LONGEST_WAIT_SECONDS = 4;

    @TempDir
    private Path folder;

    private final List<Lift> lifts = new ArrayList<>();
    private final Closing running = new Closing("promptness");

    /** A served camera. */
    private record Lift(String id, double gopSeconds, LoopedLift film, CameraClock clock, String url) {}

    @AfterEach
    void close() {
        running.close();
    }

    @Test
    void an_idle_seat_is_shown_each_alert_s_clip_once_it_is_stored_and_then_the_camera_live() throws Exception {
        setDefaultAssertionTimeout(PATIENCE_MILLIS);
        SystemChromium chromium = running.add(SystemChromium.start());
        serve(StagedLift.clip());
        FirstWords heard = new FirstWords();
        Installation installation = running.add(new Installation(settings(), heard));
        assertThat(installation.start()).isEmpty();
        BrowserContext context =
                chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
        PageTimes.noteIn(context);
        Page page = context.newPage();
        PageTimes times = PageTimes.of(page);
        OperatorPage operator = new OperatorPage(page, heard.page.get(1, TimeUnit.MINUTES), ALL_MILLIS);
        operator.signIn("admin", heard.password.get(1, TimeUnit.MINUTES));
        operator.changePassword(heard.password.get(), PASSWORD);
        operator.openRoom();
        times.awaitClips(ALERTS);
        List<Chain> chains = chains(times);
        List<Double> lives = lives(page, times);
        report(chains, lives);
        assertThat(chains).isNotEmpty().filteredOn(PromptnessTest::isPrompt).allSatisfy(PromptnessTest::inOrder);
        assertThat(lives).hasSize(LIVES).allSatisfy(each -> assertThat(each).isPositive());
    }

    private static boolean isPrompt(Chain chain) {
        return chain.published().isBefore(chain.looked().plusSeconds(LONGEST_WAIT_SECONDS));
    }

    private static void inOrder(Chain chain) {
        assertThat(chain.looked()).isAfter(chain.shown());
        assertThat(chain.stored()).containsKeys("init", "0000", "manifest", "pictures", "evidence");
        assertThat(chain.stored().get("manifest")).isAfter(chain.stored().get("0000"));
        // The log counts whole milliseconds.
        Instant manifest = chain.stored().getOrDefault("manifest", Instant.MAX).truncatedTo(ChronoUnit.MILLIS);
        assertThat(chain.published()).isAfterOrEqualTo(manifest);
        assertThat(chain.card()).isAfter(chain.published());
    }

    private void serve(Path clip) throws Exception {
        RtspLoops loops = running.add(new RtspLoops(1, InstantSource.system()));
        loops.start();
        for (double gop : GOPS) {
            String id = "lift-" + (lifts.size() + 1);
            double share = lifts.size() / (double) GOPS.size();
            LoopedLift film = LoopedLift.cut(clip, folder.resolve(id + ".mp4"), gop, share);
            CameraClock clock = new CameraClock();
            ServerSettings own = ServerSettings.defaults().withPort(0).withCameraClock(clock);
            RtspServer server = running.add(new RtspServer(loops, own, Map.of("lift", ServedFile.of(film.file()))));
            server.start();
            lifts.add(new Lift(id, gop, film, clock, server.url("lift")));
        }
    }

    private RunSettings settings() throws Exception {
        StringBuilder cameras = new StringBuilder();
        lifts.forEach(lift -> cameras.append("- {id: " + lift.id() + ", name: " + lift.id()
                + ", kind: LIFT, subStream: \"" + lift.url() + "\", watched: [EBIKE_IN_LIFT]}\n"));
        Path file = folder.resolve("cameras.yml");
        Files.writeString(file, cameras);
        RunSettings plain = RunSettings.defaults(folder);
        return new RunSettings(
                folder.resolve("d"),
                new RunSettings.Console("127.0.0.1", 0),
                plain.heaps(),
                1,
                new RunSettings.Seed(null, file),
                Outside.NOTHING);
    }

    private List<Chain> chains(PageTimes page) throws Exception {
        Map<String, Published> alerts = AlertTimes.published(
                Deployment.read(folder.resolve("d/run/deployment.json")).logClients());
        Map<String, Map<String, Instant>> stored = AlertTimes.stored(folder.resolve("d/analysis/hashes/roots"));
        Map<String, Instant> opened = page.opened();
        Map<String, Instant> clips = page.clips();
        List<Chain> chains = new ArrayList<>();
        page.cards().forEach((incident, card) -> {
            Published published = alerts.get(incident.substring(incident.lastIndexOf('~') + 1));
            Instant shown = published == null ? null : shown(published.alert());
            if (published != null && shown != null) {
                Alert alert = published.alert();
                var objects = stored.getOrDefault(alert.id(), Map.of());
                chains.add(new Chain(
                        alert.camera(),
                        shown,
                        alert.onset(),
                        alert.at(),
                        objects,
                        published.at(),
                        card,
                        opened.get(incident),
                        clips.get(incident)));
            }
        });
        return chains;
    }

    private @Nullable Instant shown(Alert alert) {
        Lift lift = lifts.stream()
                .filter(each -> each.id().equals(alert.camera()))
                .findFirst()
                .orElseThrow();
        return lift.clock().shownBefore(alert.onset(), lift.film());
    }

    private static List<Double> lives(Page page, PageTimes times) {
        for (int i = 1; i <= LIVES; i++) {
            page.keyboard().press("l");
            times.awaitLives(i);
            page.keyboard().press("l");
            page.waitForSelector(".live .show");
        }
        return times.livesAfterKey();
    }

    private void report(List<Chain> chains, List<Double> lives) throws Exception {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("processors", Runtime.getRuntime().availableProcessors());
        report.put("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        report.put(
                "frameSlipSeconds",
                lifts.stream()
                        .mapToDouble(each -> each.clock().slipSeconds())
                        .max()
                        .orElse(0));
        report.put("alerts", Chain.spreads(chains));
        for (Lift lift : lifts) {
            report.put(
                    "alerts of the camera with a keyframe every " + lift.gopSeconds() + " s",
                    Chain.spreads(chains.stream()
                            .filter(each -> each.camera().equals(lift.id()))
                            .toList()));
        }
        report.put("live: key → painted", Chain.Spread.of(lives));
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        Path file = REPORT.isEmpty()
                ? Path.of("target", "promptness.json")
                : Path.of("../..").resolve(REPORT);
        json.writeValue(file.toFile(), report);
        Chain.spreads(chains).forEach((name, spread) -> System.out.printf("%-50s %s%n", name, spread));
        System.out.println("live: key → painted " + Chain.Spread.of(lives));
    }
}
