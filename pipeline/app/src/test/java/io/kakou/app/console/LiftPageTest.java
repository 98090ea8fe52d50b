package io.kakou.app.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.kakou.app.page.SystemChromium;
import io.kakou.console.accounts.Role;
import io.kakou.events.LiftDay;
import io.kakou.events.LiftStage;
import io.kakou.events.LiftState;
import io.kakou.events.LiftTally;
import io.kakou.events.Topic;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of lifts in a real browser: how they stand, what happened, and a door let go. */
class LiftPageTest {
    private static final double PATIENCE_MILLIS = 30_000;
    private static final String FILE =
            """
            lifts:
            - id: cabin-1
              name: 景苑 1 幢
              camera: lift-1
              controller: {wire: HTTP, drive: PULSE, url: "http://10.0.0.9/door", releaseSeconds: 5}
            - id: cabin-2
              name: 景苑 2 幢
              camera: lift-2
              controller: {wire: HTTP, drive: PULSE, url: "http://10.0.0.9/other", releaseSeconds: 5}
            """;

    @TempDir
    Path folder;

    @Test
    void an_operator_sees_a_door_that_is_held_and_lets_it_go() throws Exception {
        try (SystemChromium chromium = SystemChromium.start();
                Installation installation = new Installation(folder, 0);
                LogTopic registry = new LogTopic(installation.kafka.service(), Topic.REGISTRY)) {
            People people = new People(installation);
            Browser admin = people.browser(Role.ADMINISTRATOR, "*");
            admin.call("PUT", "/api/lifts", FILE);
            String controller = LiftRouteTest.http("http://10.0.0.9/door").fingerprint();
            String proof = "{\"passed\":true,\"controller\":\"" + controller + "\",\"releasedAfterSeconds\":4.9}";
            Assertions.assertThat(admin.post("/api/lifts/cabin-1/proof", proof).status())
                    .isEqualTo(200);
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            installation.tell(new LiftState(
                    "cabin-1", "lift-1", null, LiftStage.HELD, now, "a1", now, null, now, "analysis-1", 1, 1));
            LiftDay day = new LiftDay(now.toString().substring(0, 10), 18, 1, 0, 0, 0);
            installation.tell(new LiftTally("cabin-1", List.of(day), now));

            Page page = chromium.browser()
                    .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1366, 768))
                    .newPage();
            page.setDefaultTimeout(PATIENCE_MILLIS);
            people.signIn(page, Role.OPERATOR, "*", "赵敏");
            page.click("nav a[href='#/lifts']");
            LocatorAssertions.ContainsTextOptions patient =
                    new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
            assertThat(page.locator(".lifts")).containsText("开门保持中", patient);
            assertThat(page.locator(".lifts")).containsText("2 部电梯，近 365 天劝阻 18 次，其中 1 次上报指挥室");
            assertThat(page.locator(".lifts")).containsText("未测试，不控制");
            page.click(".lifts button");
            page.fill(".lifts form input", "居民被困");
            for (String language : List.of("zh", "en")) {
                Path picture = Path.of("target", "pages", "lifts-" + language + ".png");
                page.screenshot(new Page.ScreenshotOptions().setPath(picture));
                page.click("button[lang]");
            }
            page.click(".lifts form button[type=submit]");
            registry.await(value -> value.contains("居民被困") && value.contains("cabin-1"));
            assertThat(page.locator(".lifts")).containsText("居民被困", patient);
        }
    }
}
