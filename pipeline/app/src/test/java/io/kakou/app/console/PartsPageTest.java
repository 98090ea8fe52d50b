package io.kakou.app.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.kakou.app.page.SystemChromium;
import io.kakou.console.accounts.Role;
import io.kakou.events.Action;
import io.kakou.events.ActionKind;
import io.kakou.events.Alert;
import io.kakou.events.Incident;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A road's places, and an incident that an operator opens, in a real browser. */
class PartsPageTest {
    private static final double PATIENCE_MILLIS = 30_000;
    private static final Path PICTURES = Path.of("target", "pages");

    @TempDir
    static Path folder;

    private static Installation installation;
    private static SystemChromium chromium;

    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() {
        chromium = SystemChromium.start();
        setDefaultAssertionTimeout(PATIENCE_MILLIS);
        installation = new Installation(folder, 0);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (installation != null) {
            installation.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        context = chromium.browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1366, 768));
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        new People(installation).signIn(page, Role.OPERATOR, "pengbu", "赵敏");
        assertThat(page.locator(".desk")).isVisible();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void one_place_is_answered_by_itself_and_another_is_split_off() throws Exception {
        Incident road = WetStreet.incident("tiancheng", Instant.now().truncatedTo(ChronoUnit.MILLIS));
        installation.tell(road);
        assertThat(page.locator(".parts h2")).hasText("涉及 2 处");
        assertThat(page.locator(".told")).containsText("笕桥街道指挥室（相邻辖区）");
        // The clock is that of the place which is due first; the other has its own.
        assertThat(page.locator(".detail > header .clock small")).hasText("新塘苑1幢电梯");
        assertThat(page.locator(".history .steps .of")).hasCount(2);
        page.locator(".parts input[type=checkbox]").first().check();
        assertThat(page.locator(".actions .chosen")).hasText("只操作选中的 1 处");
        shoot("chosen");
        page.locator(".actions .ACCEPT").click();
        Assertions.assertThat(told(road, ActionKind.ACCEPT).parts()).containsExactly("part-1");

        page.locator(".parts input[type=checkbox]").nth(1).check();
        page.locator(".regroup button").first().click();
        Assertions.assertThat(told(road, ActionKind.SPLIT).parts()).containsExactly("part-2");
    }

    @Test
    void what_a_caller_says_is_reported_at_a_camera() throws Exception {
        page.locator(".list header button.plain").first().click();
        page.locator(".report select").first().selectOption("WATERLOGGING");
        page.locator(".report select").nth(1).selectOption(new SelectOption().setLabel("新塘苑1幢电梯"));
        page.locator(".report input").fill("水深过膝");
        shoot("report");
        page.locator(".report .main").click();
        assertThat(page.locator(".report")).hasCount(0);
        try (LogTopic alerts = new LogTopic(installation.kafka.service(), Topic.ALERTS)) {
            Alert alert = Json.read(Alert.class, alerts.await(value -> value.contains("水深过膝")));
            Assertions.assertThat(alert.isByPerson()).isTrue();
            Assertions.assertThat(alert.camera()).isEqualTo("lift-1");
        }
    }

    private static Action told(Incident incident, ActionKind kind) throws Exception {
        try (LogTopic actions = new LogTopic(installation.kafka.service(), Topic.ACTIONS)) {
            return Json.read(
                    Action.class,
                    actions.await(
                            value -> value.contains("\"kind\":\"" + kind + "\"") && value.contains(incident.id())));
        }
    }

    /** In both languages. */
    private void shoot(String name) {
        for (String language : List.of("zh", "en")) {
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(PICTURES.resolve("parts-" + name + "-" + language + ".png")));
            page.evaluate("document.querySelector('header.top button[lang]')?.click()");
        }
    }
}
