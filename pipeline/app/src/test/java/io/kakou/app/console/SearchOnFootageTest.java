package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.kakou.app.demo.Figures;
import io.kakou.app.demo.street.StreetClip;
import io.kakou.app.page.SystemChromium;
import io.kakou.app.serve.ServedFile;
import io.kakou.models.weights.CacheFolder;
import io.kakou.models.weights.NpmCommand;
import io.kakou.models.weights.WeightsUnavailable;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.RecordedSource;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kakou run} with three cameras of a street where people walk: one is recorded, one is not, and of one the street's own
 * recorder, which speaks RTSP, has the last half minute. A search that begins afterwards has footage of both looked at again, and
 * shows who passed before.
 */
class SearchOnFootageTest {
    private static final double PATIENCE_SECONDS = 240;
    private static final int FILM_SECONDS = 30;
    private static final Path CACHE = CacheFolder.of(System.getenv(), Path.of(System.getProperty("user.home")));

    @TempDir
    private Path folder;

    @Test
    void who_passed_before_the_search_is_shown_from_what_was_recorded() throws Exception {
        Path film = film();
        try (RtspLoops loops = new RtspLoops(1, InstantSource.system());
                RtspServer street = new RtspServer(
                        loops,
                        ServerSettings.defaults(),
                        Map.of("one", ServedFile.of(film), "two", ServedFile.of(film), "three", ServedFile.of(film)))) {
            loops.start();
            street.start();
            try (RunProgram run = new RunProgram(folder, config(street.port()))) {
                run.await("the page", line -> line.contains("first login: admin "), PATIENCE_SECONDS);
                Browser page = page(run);
                recorded(page);
                RecordedSource kept =
                        new RecordedSource(ServedFile.of(film), Instant.now().minusSeconds(FILM_SECONDS));
                try (RtspServer recorder = new RtspServer(loops, ServerSettings.defaults(), Map.of("kept", kept))) {
                    recorder.start();
                    keptElsewhere(page, recorder.url("kept"));
                    searched(page, url(run));
                }
            }
        }
    }

    private void searched(Browser page, String url) throws Exception {
        JsonNode search = opened(page);
        String id = search.get("id").asText();

        await("who passed just now is a candidate", () -> candidate(search(page, id), "street-1", "") != null);
        JsonNode live = Objects.requireNonNull(candidate(search(page, id), "street-1", ""), "one seen live");
        JsonNode now = awaitLooked(page, id);
        assertThat(standing(now, "street-2").get("state").asText()).isEqualTo("NOT_RECORDED");
        pictured(page, id, Objects.requireNonNull(candidate(now, "street-1", id), "one of footage"), "footage");
        pictured(page, id, live, "live");
        onceEach(now, "street-1");
        JsonNode other = Objects.requireNonNull(candidate(now, "street-2", ""), "one at street-2");
        refused(page, id, other, "picture.NOT_RECORDED");
        awaitFetched(page, id);
        shown(url, id);
        ended(page, id);
    }

    /** The street's recorder is told of while all runs. */
    private static void keptElsewhere(Browser page, String recorder) throws Exception {
        change(page, "street-3", "\"ELSEWHERE\",\"recorderStream\":\"" + recorder + "\"");
    }

    private static void change(Browser page, String id, String recording) throws Exception {
        JsonNode camera = camera(page, id);
        String changed = "{\"id\":\"" + id + "\",\"name\":\"" + id + "\",\"kind\":\"STREET\",\"place\":"
                + camera.get("place") + ",\"subStream\":" + camera.get("subStream")
                + ",\"watched\":[\"LOST_CHILD\"],\"recording\":" + recording + "}";
        Browser.Answer answer = page.call("PUT", "/api/cameras/" + id, changed);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** A fetch runs in real time, and ends with what the recorder has. */
    private static void awaitFetched(Browser page, String id) throws Exception {
        await("what the recorder has is looked at", () -> standing(search(page, id), "street-3")
                .get("state")
                .asText()
                .equals("LOOKED"));
        JsonNode looked = standing(search(page, id), "street-3");
        assertThat(looked.get("seconds").asDouble()).isBetween(20.0, FILM_SECONDS + 1.0);
        assertThat(looked.get("missing").asDouble()).isGreaterThan(1_000);
    }

    /** For as long as the film lasts; a minute that is over is in the store. */
    private static void recorded(Browser page) throws Exception {
        await(
                "a look",
                () -> !camera(page, "street-1").at("/state/lastLook").asText().isEmpty());
        Instant first =
                Instant.parse(camera(page, "street-1").at("/state/lastLook").asText());
        await("half a minute of looks", () -> Instant.parse(
                        camera(page, "street-1").at("/state/lastLook").asText())
                .isAfter(first.plusSeconds(25)));
    }

    private static JsonNode opened(Browser page) throws Exception {
        String form = "{\"caseNumber\":\"演练1号\",\"start\":\"FOUND\",\"camera\":\"street-1\",\"at\":\"" + Instant.now()
                + "\",\"above\":[\"BLUE\"],\"below\":[\"BLACK\"],\"height\":\"UNKNOWN\",\"vehicle\":\"NONE\","
                + "\"companions\":-1,\"until\":\"2h\"}";
        Browser.Answer opened = page.post("/api/searches", form);
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        JsonNode search = opened.json();
        assertThat(standing(search, "street-1").get("state").asText()).isEqualTo("NOT_YET");
        return search;
    }

    /** What is being recorded is stored when its minute is over, or when it is recorded no more. */
    private static JsonNode awaitLooked(Browser page, String id) throws Exception {
        await("what is recorded is not called missing", () -> standing(search(page, id), "street-1")
                .path("why")
                .asText()
                .contains("not stored yet"));
        change(page, "street-1", "\"ALERTS\"");
        await("footage is looked at", () -> standing(search(page, id), "street-1")
                .get("state")
                .asText()
                .equals("LOOKED"));
        JsonNode looked = standing(search(page, id), "street-1");
        assertThat(looked.get("seconds").asDouble()).isGreaterThan(20);
        assertThat(looked.get("missing").asDouble()).isGreaterThan(1_000);
        await(
                "who was seen in footage is among the candidates",
                () -> candidate(search(page, id), "street-1", id) != null);
        return search(page, id);
    }

    private static void pictured(Browser page, String id, JsonNode candidate, String name) throws Exception {
        HttpResponse<byte[]> answer = page.bytes(picture(id, candidate), "");
        assertThat(answer.statusCode()).isEqualTo(200);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(picture.getHeight()).isGreaterThanOrEqualTo(240);
        Path pages = Files.createDirectories(Path.of("target", "pages"));
        Files.write(pages.resolve("passing-" + name + ".jpg"), answer.body());
    }

    /** Everybody whom footage shows was seen live there too, and is one candidate. */
    private static void onceEach(JsonNode search, String camera) {
        List<JsonNode> there = new ArrayList<>();
        for (JsonNode each : search.at("/backward/candidates")) {
            if (each.get("camera").asText().equals(camera)) {
                there.add(each);
            }
        }
        List<String> moments =
                there.stream().map(each -> each.get("firstSeen").asText()).toList();
        assertThat(moments).isNotEmpty();
        assertThat(there.stream()
                        .filter(each -> each.path("search").asText("").isEmpty())
                        .toList())
                .as("seen live alone, of " + moments)
                .hasSizeLessThanOrEqualTo(1);
    }

    private static void refused(Browser page, String id, JsonNode candidate, String why) throws Exception {
        Browser.Answer none = page.get(picture(id, candidate));
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.json().get("field").asText()).isEqualTo(why);
    }

    /** As an operator sees it: pictures that came, and why others did not, in both languages. */
    private static void shown(String url, String id) throws Exception {
        try (SystemChromium chromium = SystemChromium.start()) {
            Page page = chromium.browser()
                    .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1366, 1000))
                    .newPage();
            page.setDefaultTimeout(PATIENCE_SECONDS * 1000);
            page.navigate(url);
            page.fill("input[name=user]", "admin");
            page.fill("input[name=password]", People.PASSWORD);
            page.click("button.main");
            page.click("nav a[href='#/search']");
            page.navigate(url + "#/search/" + id);
            // Not as a function that waits in the page: its policy lets nobody evaluate a text.
            page.waitForSelector(".backward .candidate img");
            page.waitForCondition(() -> page.locator(".backward .candidate img")
                    .first()
                    .evaluate("image => image.naturalWidth > 0")
                    .equals(true));
            page.waitForSelector(".backward .unpictured:has-text('未录像，无截图')");
            page.waitForSelector(".progress li:has-text('street-1'):has-text('已看完')");
            page.waitForSelector(".progress li:has-text('street-2'):has-text('没有录像')");
            page.waitForSelector(".progress li:has-text('street-3'):has-text('已看完')");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pages", "search.png")));
            page.evaluate("localStorage.setItem('kakou.language', 'en')");
            page.reload();
            page.waitForSelector(".backward .unpictured:has-text('Not recorded: no picture')");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pages", "search-en.png")));
        }
    }

    private static String picture(String id, JsonNode candidate) {
        return "/api/searches/" + id + "/pictures/" + candidate.get("sighting").asText() + ".jpg";
    }

    private static void ended(Browser page, String id) throws Exception {
        assertThat(page.post("/api/searches/" + id + "/end", "{\"reason\":\"演练结束\"}")
                        .status())
                .isEqualTo(200);
        assertThat(page.get("/api/searches/" + id).status()).isEqualTo(404);
    }

    /** The best of a camera's, seen for this search; empty: live. */
    private static @Nullable JsonNode candidate(JsonNode search, String camera, String seenFor) {
        for (JsonNode each : search.at("/backward/candidates")) {
            if (each.get("camera").asText().equals(camera)
                    && each.path("search").asText("").replace("null", "").equals(seenFor)) {
                return each;
            }
        }
        return null;
    }

    private static JsonNode standing(JsonNode search, String camera) {
        for (JsonNode each : search.get("footage")) {
            if (each.get("camera").asText().equals(camera)) {
                return each;
            }
        }
        throw new AssertionError("nothing of " + camera + " in " + search.get("footage"));
    }

    private static JsonNode search(Browser page, String id) throws Exception {
        return page.get("/api/searches/" + id).json();
    }

    private static JsonNode camera(Browser page, String id) throws Exception {
        for (JsonNode each : page.get("/api/cameras").json()) {
            if (each.get("id").asText().equals(id)) {
                return each;
            }
        }
        throw new AssertionError("no camera " + id);
    }

    private static Browser page(RunProgram run) throws Exception {
        String login = run.await("the first login", line -> line.contains("first login: admin "), 1);
        String first = login.replaceAll(".*first login: admin (\\S+) .*", "$1");
        Browser page = new Browser(url(run)).signIn("admin", first);
        String change = "{\"old\":\"" + first + "\",\"new\":\"" + People.PASSWORD + "\"}";
        assertThat(page.post("/api/password", change).status()).isEqualTo(200);
        return page.signIn("admin", People.PASSWORD);
    }

    private static String url(RunProgram run) throws InterruptedException {
        return run.await("the page's address", line -> line.startsWith("http://127.0.0.1:"), 1)
                .strip();
    }

    private Path config(int port) throws Exception {
        Files.writeString(
                folder.resolve("cameras.yml"),
                "- {id: street-1, kind: STREET, watched: [LOST_CHILD], place: {longitude: 120.21, latitude: 30.25},"
                        + " recording: CONTINUOUS, subStream: \"rtsp://127.0.0.1:" + port + "/one\"}\n"
                        + "- {id: street-2, kind: STREET, watched: [LOST_CHILD], place: {longitude: 120.2105, latitude:"
                        + " 30.25}, subStream: \"rtsp://127.0.0.1:" + port + "/two\"}\n"
                        + "- {id: street-3, kind: STREET, watched: [LOST_CHILD], place: {longitude: 120.211, latitude:"
                        + " 30.25}, subStream: \"rtsp://127.0.0.1:" + port + "/three\"}\n");
        return Files.writeString(
                folder.resolve("kakou.yml"),
                """
                data: d
                console: {port: 0}
                seed: {cameras: cameras.yml}
                recording: {floorDays: 0, ceilingDays: 1, kilobitsACamera: 1024}
                """);
    }

    private static Path film() throws Exception {
        try {
            Figures.Art art = Figures.art(NpmCommand.ofPath(), System.out::println);
            return StreetClip.ONE.staged(CACHE, art, System.out::println);
        } catch (WeightsUnavailable e) {
            return abort("needs network: " + e.getMessage());
        }
    }

    private interface Fact {
        boolean holds() throws Exception;
    }

    private static void await(String what, Fact fact) throws Exception {
        Instant end = Instant.now().plusSeconds(Math.round(PATIENCE_SECONDS));
        while (!fact.holds()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
