package io.kakou.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import io.kakou.app.StagedLift;
import io.kakou.app.role.Installation;
import io.kakou.app.serve.ServedFile;
import io.kakou.app.services.Outside;
import io.kakou.app.settings.RunSettings;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A new administrator's first quarter of an hour: the whole system as {@code kakou run} starts it, a real browser, and the
 * staged lift as the camera. Its pictures are README's.
 */
class RoomInChromiumTest {
    private static final String CAMERA = "lift-7";
    private static final String NAME = "7 号梯";
    private static final String UNIT = "巡逻一组";
    private static final String AREAS =
            """
            {"type":"FeatureCollection","features":[{"type":"Feature",
             "properties":{"id":"pengbu","name":"彭埠街道","level":"street","room":"pengbu-room"},
             "geometry":{"type":"Polygon","coordinates":[[[120.2,30.2],[120.3,30.2],[120.3,30.3],[120.2,30.3],[120.2,30.2]]]}}]}
            """;
    private static final String PASSWORD = "eight-lifts-and-a-road";
    /** Five processes start on two cores, and the event comes once in 26 s. */
    private static final double PATIENCE_MILLIS = 60_000;

    @TempDir
    private Path folder;

    @Test
    void a_camera_is_added_a_zone_drawn_an_alert_seen_its_clip_and_live_watched_and_a_unit_sent() throws Exception {
        setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Path clip = StagedLift.clip();
        FirstWords heard = new FirstWords();
        try (SystemChromium chromium = SystemChromium.start();
                RtspLoops loops = new RtspLoops(1, InstantSource.system());
                RtspServer server = new RtspServer(
                        loops, ServerSettings.defaults().withPort(0), Map.of("lift", ServedFile.of(clip)));
                Installation installation = new Installation(settings(), heard)) {
            loops.start();
            server.start();
            assertThat(installation.start()).isEmpty();
            walk(chromium, heard, server.url("lift"));
        }
    }

    private void walk(SystemChromium chromium, FirstWords heard, String camera) throws Exception {
        String address = heard.page.get(1, TimeUnit.MINUTES);
        String first = heard.password.get(1, TimeUnit.MINUTES);
        try (BrowserContext context =
                chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1440, 900))) {
            OperatorPage operator = new OperatorPage(context.newPage(), address, PATIENCE_MILLIS);
            try {
                wholeWay(operator, first, camera);
            } catch (RuntimeException | AssertionError why) {
                why.addSuppressed(new AssertionError("the page showed: " + operator.text()));
                throw why;
            }
        }
    }

    private static void wholeWay(OperatorPage operator, String first, String camera) {
        operator.signIn("admin", first);
        operator.changePassword(first, PASSWORD);
        operator.takeAreas(AREAS);
        operator.addUnit(UNIT, "pengbu");
        operator.addLift(CAMERA, NAME, camera);
        operator.drawZone(CAMERA);
        operator.picture(Path.of("target", "page-camera.png"));
        operator.openRoom();
        operator.seeIncident(NAME);
        operator.clipPlays();
        operator.livePlays();
        operator.picture(Path.of("target", "page-room.png"));
        operator.accept();
        operator.dispatch(UNIT);
        operator.arrive();
        operator.close();
    }

    private RunSettings settings() {
        RunSettings plain = RunSettings.defaults(folder);
        return new RunSettings(
                folder.resolve("d"),
                new RunSettings.Console("127.0.0.1", 0),
                plain.heaps(),
                1,
                new RunSettings.Seed(null, null),
                Outside.NOTHING);
    }
}
