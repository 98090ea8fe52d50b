package io.kakou.app.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.kakou.app.check.CheckReport;
import io.kakou.app.page.SystemChromium;
import io.kakou.console.accounts.Role;
import io.kakou.console.schema.Database;
import io.kakou.events.Incident;
import io.kakou.events.Stage;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.rtsp.Transport;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser on a real console, where what the street does is told by the test. */
class PageOnConsoleTest {
    /** Several builds may share a small machine. */
    private static final double PATIENCE_MILLIS = 30_000;

    private static final Path PICTURES = Path.of("target", "pages");

    @TempDir
    static Path folder;

    private static Installation installation;
    private static SystemChromium chromium;
    private static People people;
    private static Desk desk;
    private static String session;

    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        chromium = SystemChromium.start();
        setDefaultAssertionTimeout(PATIENCE_MILLIS);
        installation = new Installation(folder, 0);
        installation.neighbours.picture = picture();
        installation.neighbours.alertPicture = picture();
        people = new People(installation);
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
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void a_cut_stream_covers_the_screen_and_what_happened_meanwhile_is_there_afterwards() throws Exception {
        go("room");
        see(reported());
        Incident missed = desk.incident("pengbu", "lift-1");
        installation.neighbours.keep(missed.alerts().get(0).id());
        installation.console.close();
        assertThat(page(".lost h1")).hasText("与服务器的连接已中断");
        shoot("cut");
        installation.tell(missed);
        installation.startAgain();
        assertThat(page(".lost")).hasCount(0);
        assertThat(page("a.incident[href*='" + missed.alerts().get(0).id() + "']"))
                .isVisible();
    }

    @Test
    void of_two_operators_the_second_reads_who_was_faster_and_where_it_stands() throws Exception {
        Incident incident = reported();
        see(incident);
        String first = people.add(Role.OPERATOR, "pengbu", "李四");
        Browser faster = people.signedIn(first);
        Assertions.assertThat(Desk.act(faster, incident, Desk.accept()).status())
                .isEqualTo(202);
        page.keyboard().press("1");
        assertThat(page(".stale[role=alert]")).containsText("李四刚刚操作过，现为“已受理”");
        shoot("conflict");
    }

    @Test
    void what_another_seat_does_stands_on_the_open_incident_until_it_is_read() throws Exception {
        Incident incident = reported();
        see(incident);
        String user = people.add(Role.OPERATOR, "pengbu", "张三");
        installation.tell(Street.dispatched(incident, user, "patrol-1"));
        assertThat(page(".stale.other")).containsText(Pattern.compile("张三\\s*已派遣 → 巡逻一组"));
        assertThat(page(".made")).containsText("已派遣 → 巡逻一组");
        assertThat(page(".detail header .state")).hasText("已派遣");
        shoot("other-seat");
        page.click(".stale.other button");
        assertThat(page(".stale.other")).hasCount(0);
    }

    @Test
    void an_operator_who_looks_at_the_room_may_reject_without_ever_being_told_to_look() throws Exception {
        Incident incident = reported();
        see(incident);
        assertThat(page(".incident.selected .picture img")).isVisible();
        page.keyboard().press("2");
        assertThat(page(".ask")).isVisible();
        page.keyboard().press("1");
        page.keyboard().press("n");
        page.keyboard().press("Enter");
        assertThat(page(".ask")).hasCount(0);
        assertThat(page(".notices .trouble")).hasCount(0);
        try (LogTopic actions = new LogTopic(installation.kafka.service(), Topic.ACTIONS)) {
            actions.await(value -> value.contains(incident.id()) && value.contains("REJECT"));
        }
    }

    @Test
    void silence_reads_as_offline_and_says_since_when() throws Exception {
        installation.tell(Street.health("lift-1", Stage.LOOKING, Instant.now()));
        installation.tell(Street.health("lift-2", Stage.LOOKING, Instant.now().minusSeconds(90)));
        go("cameras");
        assertThat(page(".line.looking")).containsText("新塘苑1幢电梯");
        assertThat(page(".line.offline")).containsText(Pattern.compile("失联，最后一次心跳 \\d\\d:\\d\\d:\\d\\d"));
        page.click(".watch button.offline");
        assertThat(page(".watch .pop")).containsText("失联，最后一次心跳");
        shoot("silence");
    }

    @Test
    void the_check_of_an_address_shows_what_it_measured_and_advises_in_chinese() throws Exception {
        installation.neighbours.probe = Json.write(new CheckReport(
                "H.264",
                "video H264",
                Transport.UDP,
                "Main@3.1",
                704,
                576,
                25,
                1013.4,
                4.0,
                100,
                12.5,
                null,
                0.1,
                1.2,
                5,
                List.of(
                        "it agrees to send over TCP and sends nothing; over UDP it does, and is watched so: renew its"
                                + " firmware, and let UDP through every firewall",
                        "its clock is 12.5 s from ours: give it a time server (NTP)",
                        "keyframes are up to 4.0 s apart: set the interval to 2 s")));
        go("cameras/+");
        page.fill("input[name=url]", "rtsp://10.0.0.9/sub");
        page.click(".add .pair button");
        Locator found = page(".probe.good");
        assertThat(found).containsText("704×576");
        assertThat(found).containsText("1013 kb/s");
        assertThat(found).containsText("4 秒（100 帧）");
        assertThat(found).containsText("+12.5 秒");
        assertThat(found).containsText("请为摄像头配置校时服务器（NTP）");
        shoot("check");
        installation.neighbours.probe = null;
    }

    @Test
    void a_saved_camera_is_in_effect_when_its_worker_says_so() throws Exception {
        installation.tell(Street.health("lift-1", Stage.LOOKING, Instant.now()));
        go("cameras/lift-1");
        assertThat(page(".stage img")).isVisible();
        assertThat(page(".ticks label.off").first()).containsText("此类点位不研判");
        page.fill("input[name=name]", "新塘苑1幢电梯A");
        page.click(".camera header button.main");
        assertThat(page(".camera > header")).containsText("等待生效");
        installation.tell(Street.health("lift-1", Stage.LOOKING, Instant.now().plusSeconds(1)));
        assertThat(page(".applied")).containsText("已生效");
        installation.tell(Street.adjustable("lift-1", Instant.now().plusSeconds(2)));
        assertThat(page(".camera")).containsText("请为摄像头配置校时服务器（NTP）");
        assertThat(page(".camera")).containsText("疑似启用了智能编码");
        shoot("camera");
        page.fill("input[name=name]", "新塘苑1幢电梯");
        page.click(".camera header button.main");
        assertThat(page(".unsaved")).hasCount(0);
    }

    @Test
    void days_left_are_told_once_growth_was_measured() {
        try (Database database = new Database(installation.database())) {
            database.start();
            database.transaction(sql -> sql.run("insert into storage_sample values (now() - interval '2 hours', 0)"));
        }
        installation.startAgain();
        go("cameras");
        assertThat(page(".disk b")).containsText(Pattern.compile("日均增长 .+，约可再存 \\d+ 天"));
    }

    @Test
    void areas_are_refused_line_by_line_taken_whole_and_units_work_in_them() throws Exception {
        go("areas");
        assertThat(page("table")).containsText("彭埠街道");
        choose("bad.geojson", feature("moon", "月球", "planet", "null", 120.2));
        assertThat(page(".ofareas .problems li").first()).containsText("\"planet\" is not known");
        assertThat(page(".ofareas .main")).isDisabled();
        choose(
                "areas.geojson",
                feature("shangcheng", "上城区", "区", "null", 120.0),
                feature("pengbu", "彭埠街道", "街道", "\"shangcheng\"", 120.2),
                feature("jianqiao", "笕桥街道", "街道", "\"shangcheng\"", 120.4),
                feature("xintang", "新塘社区", "社区", "\"pengbu\"", 120.2));
        assertThat(page(".ofareas")).containsText("共 4 个辖区：新增 1");
        assertThat(page(".ofareas .warn")).containsText("由本级受理");
        shoot("areas-import");
        page.click(".ofareas .main");
        assertThat(page(".notices .news")).containsText("已更新 4 个辖区");
        assertThat(page("table")).containsText("新塘社区");
        page.click(".units header button");
        page.fill("input[name=unit-name]", "微型消防站");
        page.fill("input[name=unit-phone]", "0571-8600 1234");
        page.selectOption("select[name=unit-area]", "xintang");
        page.click(".units form button.main");
        assertThat(page(".units ul")).containsText("微型消防站");
        assertThat(page(".units ul")).containsText("新塘社区 · 0571-8600 1234");
        shoot("areas");
    }

    /** What a browser keeps of somebody who has signed in; a password takes long to be checked, by design. */
    private static String signedIn() throws Exception {
        try (BrowserContext fresh = chromium.browser().newContext()) {
            Page first = fresh.newPage();
            first.setDefaultTimeout(PATIENCE_MILLIS);
            people.signIn(first, Role.ADMINISTRATOR, "*", "赵敏");
            assertThat(first.locator(".desk")).isVisible();
            return fresh.storageState();
        }
    }

    private void go(String where) {
        page.navigate(installation.console.url() + "#/" + where);
        assertThat(page(".desk")).isVisible();
    }

    private static Incident reported() throws Exception {
        Incident incident = desk.incident("pengbu", "lift-1");
        installation.neighbours.keep(incident.alerts().get(0).id());
        installation.tell(Street.health("lift-1", Stage.LOOKING, Instant.now()));
        installation.tell(incident);
        return incident;
    }

    /** The incident, opened by its card. */
    private void see(Incident incident) {
        go("room");
        page.click("a.incident[href*='" + incident.alerts().get(0).id() + "']");
        assertThat(page(".incident.selected[href*='" + incident.alerts().get(0).id() + "']"))
                .isVisible();
        assertThat(page(".detail h1")).isVisible();
    }

    private Locator page(String selector) {
        return page.locator(selector);
    }

    private void choose(String name, String... features) {
        String file = "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
        page.setInputFiles("input[name=areas]", new FilePayload(name, "application/geo+json", file.getBytes(UTF_8)));
    }

    private static String feature(String id, String name, String level, String parent, double west) {
        double east = id.equals("shangcheng") ? 121 : id.equals("xintang") ? west + 0.05 : west + 0.1;
        return """
                {"type":"Feature","properties":{"id":"%s","name":"%s","level":"%s","parent":%s,"room":"room-%s"},
                 "geometry":{"type":"Polygon","coordinates":[[[%s,30.2],[%s,30.2],[%s,30.3],[%s,30.3],[%s,30.2]]]}}
                """
                .formatted(id, name, level, parent, id, west, east, east, west, west);
    }

    /** In both languages, on the smallest screen and on a wall's. */
    private void shoot(String name) {
        for (String language : List.of("zh", "en")) {
            for (int width : new int[] {1366, 1920}) {
                page.setViewportSize(width, width * 9 / 16);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + "-" + language + "-" + width + ".png")));
            }
            page.evaluate("document.querySelector('header.top button[lang]')?.click()");
        }
        page.setViewportSize(1366, 768);
    }

    /** Something to look at: a cabin's walls and floor. */
    private static byte[] picture() throws Exception {
        BufferedImage image = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = image.createGraphics();
        paint.setPaint(new GradientPaint(0, 0, new Color(70, 80, 92), 640, 360, new Color(150, 155, 160)));
        paint.fillRect(0, 0, 640, 360);
        paint.setColor(new Color(60, 62, 66));
        paint.fillPolygon(new int[] {120, 520, 640, 0}, new int[] {260, 260, 360, 360}, 4);
        paint.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", jpeg);
        return jpeg.toByteArray();
    }
}
