package io.kakou.app.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.kakou.app.page.SystemChromium;
import io.kakou.console.accounts.Role;
import io.kakou.events.Braked;
import io.kakou.events.EventKind;
import io.kakou.events.Stage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Brakes, the table of what is watched, and blind places, in a real browser on a real console. */
class WatchOnPageTest {
    private static final double PATIENCE_MILLIS = 30_000;
    private static final double SHOWN_MILLIS = 5_000;
    private static final Path PICTURES = Path.of("target", "pages");

    @TempDir
    static Path folder;

    private static Installation installation;
    private static SystemChromium chromium;
    private static People people;

    @BeforeAll
    static void start() throws Exception {
        chromium = SystemChromium.start();
        setDefaultAssertionTimeout(PATIENCE_MILLIS);
        installation = new Installation(folder, 0, 0.01);
        people = new People(installation);
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

    @Test
    void an_administrator_switches_a_rule_off_and_every_room_reads_who_why_and_until_when() throws Exception {
        installation.tell(Street.health("lift-1", Stage.LOOKING, Instant.now()));
        installation.tell(Street.health("lift-2", Stage.LOOKING, Instant.now()));
        try (BrowserContext one = context();
                BrowserContext other = context()) {
            Page operator = signedIn(one, Role.OPERATOR, "pengbu", "李四");
            Page administrator = signedIn(other, Role.ADMINISTRATOR, "*", "赵敏");
            assertThat(operator.locator(".wt .off")).hasCount(0);
            administrator.click(".wt .off");
            administrator.selectOption("select[name=brake-kind]", "EBIKE_IN_LIFT");
            administrator.fill("input[name=brake-reason]", "电梯检修，误报过多");
            administrator.selectOption("select[name=brake-until]", "2h");
            shoot(administrator, "brake-form");
            long began = System.nanoTime();
            administrator.click(".brake-form button.danger");
            Locator banner = operator.locator(".brake");
            banner.waitFor(new Locator.WaitForOptions().setTimeout(SHOWN_MILLIS));
            System.out.printf("on the room's page after %.2f s%n", (System.nanoTime() - began) / 1e9);
            assertThat(banner).containsText("电动车入梯不研判");
            assertThat(banner).containsText("停用人 赵敏");
            assertThat(banner).containsText("事由：电梯检修，误报过多");
            assertThat(banner).containsText("自动恢复（还有 1 小时");
            assertThat(banner.locator("em.late")).hasText("已在 0/1 个点位生效");

            String id = people.browser(Role.ENGINEER, "*")
                    .get("/api/brakes")
                    .json()
                    .get(0)
                    .get("id")
                    .asText();
            installation.tell(Street.health("lift-1", Stage.LOOKING, Instant.now())
                    .held(List.of(new Braked(EventKind.EBIKE_IN_LIFT, id, "电梯检修，误报过多"))));
            assertThat(banner.locator("em")).hasText("已在 1/1 个点位生效");
            assertThat(operator.locator(".wt tr[data-kind=EBIKE_IN_LIFT] td.BRAKED"))
                    .hasText("1");
            assertThat(operator.locator(".brake button")).hasCount(0);
            shoot(operator, "brake");

            administrator.click(".brake .undo");
            administrator.fill("input[name=brake-on-reason]", "检修完毕");
            administrator.click(".brake form .main");
            assertThat(operator.locator(".brake")).hasCount(0);
        }
    }

    @Test
    void the_room_sees_what_is_not_watched_by_reason_and_reads_the_places_to_check() throws Exception {
        installation.tell(
                Street.health("lift-1", Stage.LOOKING, Instant.now()).blinded("its picture cannot be judged: covered"));
        installation.tell(Street.health("lift-2", Stage.LOOKING, Instant.now()));
        try (BrowserContext one = context()) {
            Page page = signedIn(one, Role.OPERATOR, "*", "王五");
            Locator blind = page.locator(".wt tr[data-kind=EBIKE_IN_LIFT] td.BLIND");
            assertThat(blind).hasText("1");
            blind.locator("button").click();
            assertThat(page.locator(".wt .by")).containsText("全部辖区 · 电动车入梯 · 异常");
            assertThat(page.locator(".wt .by summary")).hasText("被遮挡 1");
            assertThat(page.locator(".wt .by li a")).hasText("新塘苑1幢电梯");
            page.selectOption("select[name=watch-area]", "jianqiao");
            assertThat(blind).hasText("0");

            Locator notice = page.locator(".unseen").first();
            assertThat(notice).containsText("彭埠街道指挥室：1 处看不见，请派人查看");
            notice.locator(".list-of").click();
            assertThat(notice.locator("tbody tr")).hasCount(1);
            assertThat(notice.locator("tbody tr")).containsText("镜头被遮挡，无法研判");
            assertThat(notice.locator("tbody tr")).containsText("120.21,30.25");
            shoot(page, "blind");
            notice.locator("button.main").click();
            assertThat(page.locator(".unseen.read")).containsText("王五 已于");
            Assertions.assertThat(page.evaluate("localStorage.getItem('kakou.blindRung')"))
                    .asString()
                    .contains("blind-");
            installation.tell(Street.health("lift-1", Stage.LOOKING, Instant.now()));
            installation.tell(Street.health("lift-2", Stage.LOOKING, Instant.now()));
            assertThat(page.locator(".unseen.read")).hasCount(0);
        }
    }

    @Test
    void in_english_too_an_administrator_finds_the_way_out_on_a_small_screen() throws Exception {
        try (BrowserContext one = context()) {
            Page page = signedIn(one, Role.ADMINISTRATOR, "*", "欧阳建国");
            for (String out : List.of("退出登录", "Sign out")) {
                Locator leave = page.locator("header.top > button").last();
                assertThat(leave).hasText(out);
                BoundingBox box = Objects.requireNonNull(leave.boundingBox());
                Assertions.assertThat(box.x + box.width).as(out).isLessThanOrEqualTo(1366);
                page.click("header.top button[lang]");
            }
            page.click("header.top button[lang]");
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("bar-en-1366.png")));
        }
    }

    private static BrowserContext context() {
        return chromium.browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1366, 768));
    }

    private static Page signedIn(BrowserContext context, Role role, String area, String fullName) throws Exception {
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        people.signIn(page, role, area, fullName);
        assertThat(page.locator(".desk")).isVisible();
        assertThat(page.locator(".wt")).isVisible();
        return page;
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + "-zh-1366.png")));
    }
}
