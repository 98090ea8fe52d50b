package io.kakou.app.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * A new administrator's first quarter of an hour, in a real browser against a running system. Where that runs is said by
 * system properties: {@code kakou.page} its address, {@code kakou.page.password} the first password, and
 * {@code kakou.page.camera} an RTSP address whose pictures raise an alert.
 */
class RoomInChromiumTest {
    private static final String CAMERA = "lift-in-test";
    private static final String NAME = "测试电梯";
    private static final String PASSWORD = "eight-lifts-and-a-road";

    @Test
    void aCameraIsAddedAZoneDrawnAnAlertSeenAcceptedAndItsClipAndLiveWatched() {
        String address = property("kakou.page");
        String first = property("kakou.page.password");
        String camera = property("kakou.page.camera");
        try (SystemChromium chromium = SystemChromium.start();
                BrowserContext context =
                        chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1440, 900))) {
            OperatorPage operator = new OperatorPage(context.newPage(), address);
            operator.signIn("admin", first);
            operator.changePassword(first, PASSWORD);
            operator.addLift(CAMERA, NAME, camera);
            operator.drawZone(CAMERA);
            operator.picture(Path.of("target", "page-camera.png"));
            operator.openRoom();
            operator.seeIncident(NAME);
            operator.clipPlays();
            operator.livePlays();
            operator.picture(Path.of("target", "page-room.png"));
            operator.accept();
        }
    }

    private static String property(String name) {
        String value = System.getProperty(name, "");
        Assumptions.assumeFalse(value.isEmpty(), "needs a running system: -D" + name);
        return value;
    }
}
