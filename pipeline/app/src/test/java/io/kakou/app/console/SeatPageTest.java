package io.kakou.app.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.kakou.app.page.SystemChromium;
import io.kakou.console.accounts.Role;
import io.kakou.events.Incident;
import io.kakou.events.Stage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator hears and sees of many at once, in a real browser. */
class SeatPageTest {
    private static final double PATIENCE_MILLIS = 30_000;
    private static final Path PICTURES = Path.of("target", "pages");

    /** Counts tones: an incident's sound has two, a situation's three. */
    private static final String COUNT_TONES = "window.tones = 0; const make = AudioContext.prototype.createOscillator;"
            + " AudioContext.prototype.createOscillator = function () { window.tones++; return make.call(this); };";

    @TempDir
    static Path folder;

    private static Installation installation;
    private static SystemChromium chromium;
    private static Desk desk;
    private static String session;

    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        chromium = SystemChromium.start();
        setDefaultAssertionTimeout(PATIENCE_MILLIS);
        installation = new Installation(folder, 0);
        desk = Desk.open(installation);
        session = signedIn();
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
    void open() {
        context = chromium.browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(1366, 768)
                        .setStorageState(session));
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.addInitScript(COUNT_TONES);
        page.navigate(installation.console.url() + "#/room");
        assertThat(page.locator(".watch .watched")).isVisible();
        page.keyboard().press("Shift"); // A browser lets nothing sound before somebody has touched it.
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void the_page_sounds_for_what_the_seat_is_told_and_not_for_every_incident() throws Exception {
        List<Incident> incidents = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            incidents.add(desk.incident("pengbu", "lift-1"));
            installation.tell(incidents.get(i));
        }
        for (Incident each : incidents) {
            assertThat(card(each)).isVisible();
        }
        Assertions.assertThat(tones())
                .as("incidents without a notice are silent")
                .isZero();

        installation.tell(Told.mutedBy(incidents.get(0), "mute-1"));
        installation.tell(Told.ring(incidents.get(1)));
        installation.tell(Told.ring(incidents.get(1)));
        page.waitForFunction("window.tones >= 2");
        assertThat(card(incidents.get(0)).locator("em.aside")).hasText("已静音");
        Assertions.assertThat(tones()).isEqualTo(2);
    }

    @Test
    void a_flood_is_one_card_whose_list_grows_in_place_and_goes_when_it_is_over() throws Exception {
        installation.tell(Told.flood("flood-on-a-page", "pengbu", 1, 3, null));
        Locator flood = page.locator(".situation[data-event=WATERLOGGING]");
        assertThat(flood.locator("header strong")).hasText("道路积水集中告警，共 3 处");
        installation.tell(Told.flood("flood-on-a-page", "pengbu", 2, 30, null));
        assertThat(flood.locator("header strong")).hasText("道路积水集中告警，共 30 处");
        assertThat(flood.locator("li")).hasCount(30);
        assertThat(flood.locator("header")).containsText("响铃 3 次，静默列入 27 条");
        assertThat(flood.locator("li").first()).containsText("road-0");
        shoot("flood");

        page.reload();
        assertThat(flood.locator("li")).hasCount(30);

        installation.tell(Told.flood("flood-on-a-page", "pengbu", 3, 30, Instant.now()));
        assertThat(flood).hasCount(0);
    }

    @Test
    void too_many_lifts_are_a_card_that_says_the_rule_may_be_off_and_the_cameras_are_muted_from_it() throws Exception {
        installation.tell(Told.rush("pengbu", "lift-1"));
        Locator rush = page.locator(".situation.CEILING");
        assertThat(rush.locator(".warn")).containsText("规则可能失准，请核查这些点位：新塘苑1幢电梯");
        assertThat(rush.locator("li")).containsText("彭埠街道");
        rush.locator(".warn button").click();
        rush.locator("input[name=reason]").fill("轮椅通行");
        shoot("rush");
        rush.locator(".ask .main").click();
        assertThat(page.locator(".notices .news")).containsText("电动车进入电梯已静音 1 小时");
        page.locator(".list header button.plain:has-text('静音')").click();
        assertThat(page.locator(".mutes")).containsText("轮椅通行");
        page.locator(".mutes li button").first().click();
        page.locator(".mutes input[name=reason]").fill("已换机位");
        page.locator(".mutes form .main").click();
        assertThat(page.locator(".mutes")).containsText("没有静音中的点位");
    }

    @Test
    void an_incident_put_aside_says_until_when() throws Exception {
        Incident incident = desk.incident("pengbu", "lift-1");
        installation.tell(Street.health("lift-1", Stage.LOOKING, Instant.now()));
        installation.tell(incident);
        card(incident).click();
        page.locator(".asidebar button.shelve").click();
        page.locator(".shelve input[name=reason]").fill("等待物业");
        shoot("shelve");
        page.locator(".shelve .main").click();
        assertThat(page.locator(".asidebar p.aside")).containsText(Pattern.compile("暂搁至 \\d\\d:\\d\\d:\\d\\d"));
        assertThat(card(incident).locator("em.aside")).containsText("暂搁至");
        page.reload();
        assertThat(card(incident).locator("em.aside")).containsText("暂搁至");
        shoot("shelved");
    }

    private Locator card(Incident incident) {
        return page.locator("a.incident[href*='" + incident.alerts().get(0).id() + "']");
    }

    private int tones() {
        return ((Number) page.evaluate("window.tones")).intValue();
    }

    private static String signedIn() throws Exception {
        try (BrowserContext fresh = chromium.browser().newContext()) {
            Page first = fresh.newPage();
            first.setDefaultTimeout(PATIENCE_MILLIS);
            new People(installation).signIn(first, Role.OPERATOR, "pengbu", "赵敏");
            assertThat(first.locator(".desk")).isVisible();
            return fresh.storageState();
        }
    }

    /** In both languages. */
    private void shoot(String name) {
        for (String language : List.of("zh", "en")) {
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(PICTURES.resolve("seat-" + name + "-" + language + ".png")));
            page.evaluate("document.querySelector('header.top button[lang]')?.click()");
        }
    }
}
