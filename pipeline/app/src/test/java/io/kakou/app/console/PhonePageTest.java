package io.kakou.app.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.kakou.app.page.SystemChromium;
import io.kakou.console.accounts.Role;
import io.kakou.events.Action;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Point;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A room sends a unit, and the unit's phone answers: both pages in a real browser on a real console. */
class PhonePageTest {
    private static final double PATIENCE_MILLIS = 30_000;
    private static final Path PICTURES = Path.of("target", "pages");

    /** 58 m west of the incident. */
    private static final double LONGITUDE = 120.2094;

    private static final double LATITUDE = 30.25;

    @TempDir
    static Path folder;

    private static Installation installation;
    private static SystemChromium chromium;
    private static Desk desk;
    private static String user;

    private final List<BrowserContext> contexts = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        chromium = SystemChromium.start();
        setDefaultAssertionTimeout(PATIENCE_MILLIS);
        installation = new Installation(folder, 0);
        installation.neighbours.alertPicture = UnitPhotoTest.jpeg(640, 360);
        desk = Desk.open(installation);
        user = new People(installation).named(Role.OPERATOR, "pengbu");
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

    @AfterEach
    void close() {
        contexts.forEach(BrowserContext::close);
    }

    @Test
    void a_unit_accepts_arrives_photographs_and_is_done_on_a_small_phone() throws Exception {
        Incident incident = desk.seen("pengbu", "lift-1");
        Page phone = phone(true);
        phone.navigate(Phone.link(desk, incident));
        assertThat(phone.locator("h1")).hasText("电动车进入电梯");
        assertThat(phone.locator(".place")).hasText("新塘苑1幢电梯");
        assertThat(phone.locator("figure img")).isVisible();
        assertThat(phone.locator("button.DONE")).isDisabled();
        shoot(phone, "phone-opened");
        tap(phone, "收到");
        assertThat(phone.locator(".said")).containsText("已收到");
        tap(phone, "到场");
        assertThat(phone.locator(".said")).containsText("已到场");
        assertThat(phone.locator(".clock.kept")).containsText("到场");
        phone.setInputFiles(
                "input[name=photo]", new FilePayload("p.jpg", "image/jpeg", UnitPhotoTest.jpeg(3000, 2000)));
        assertThat(phone.locator(".said")).containsText("已上传照片");
        shoot(phone, "phone-arrived");
        phone.setInputFiles("input[name=photo]", new FilePayload("p.jpg", "image/jpeg", new byte[] {1, 2, 3}));
        assertThat(phone.locator(".note.trouble")).hasText("所选文件不是照片。");
        tap(phone, "处置完成");
        tap(phone, "确认完成");
        assertThat(phone.locator(".finished")).isVisible();
        Assertions.assertThat(phone.evaluate("document.documentElement.scrollWidth"))
                .as("nothing is wider than the phone")
                .isEqualTo(360);
        try (LogTopic actions = new LogTopic(installation.kafka.service(), Topic.ACTIONS)) {
            Action arrived = Json.read(
                    Action.class,
                    actions.await(value -> value.contains(incident.id()) && value.contains("\"ARRIVE\"")));
            Assertions.assertThat(arrived.position()).isEqualTo(new Point(LONGITUDE, LATITUDE));
        }
    }

    @Test
    void what_is_tapped_without_a_network_is_sent_later_with_the_time_of_the_tap() throws Exception {
        Incident incident = desk.seen("pengbu", "lift-1");
        Page phone = phone(false);
        phone.navigate(Phone.link(desk, incident));
        assertThat(phone.locator("h1")).isVisible();
        phone.context().setOffline(true);
        tap(phone, "到场");
        assertThat(phone.locator(".said .waits")).containsText("待发送");
        assertThat(phone.locator(".note").first()).containsText("有信号后自动发出");
        String tapped = phone.locator(".said .waits time").textContent();
        shoot(phone, "phone-offline");
        phone.context().setOffline(false);
        assertThat(phone.locator(".said")).containsText("已到场");
        assertThat(phone.locator(".said .waits")).hasCount(0);
        assertThat(phone.locator(".said time").first()).hasText(tapped);
        assertThat(phone.locator(".note")).containsText("未授权定位");
    }

    @Test
    void another_phone_reads_why_it_is_refused_and_a_forged_link_says_so() throws Exception {
        Incident incident = desk.seen("pengbu", "lift-1");
        String link = Phone.link(desk, incident);
        Page first = phone(true);
        first.navigate(link);
        assertThat(first.locator("h1")).hasText("电动车进入电梯");
        Page second = phone(true);
        second.navigate(link);
        assertThat(second.locator(".closed h1")).hasText("链接已在另一部手机上使用");
        assertThat(second.locator(".whom")).hasText("请致电指挥室。");
        assertThat(second.locator("body")).not().containsText("新塘苑");
        shoot(second, "phone-bound");
        second.navigate(link.substring(0, link.length() - 43) + "C".repeat(43));
        assertThat(second.locator(".closed h1")).hasText("链接无效");
    }

    @Test
    void the_room_shows_a_code_to_scan_and_then_how_far_the_unit_has_come() throws Exception {
        Incident incident = desk.seen("pengbu", "lift-1");
        Page room = room(incident);
        room.keyboard().press("1");
        assertThat(room.locator(".notices .trouble")).hasCount(0);
        Incident accepted = Street.moved(incident, IncidentState.ACCEPTED, "accepting");
        installation.tell(accepted);
        assertThat(room.locator(".detail header .state")).hasText("已受理");
        room.keyboard().press("3");
        room.keyboard().press("1");
        Locator code = room.locator(".task .code svg");
        assertThat(code).isVisible();
        String link = room.inputValue(".task .code input");
        shootRoom(room, "room-link");
        Assertions.assertThat(scanned(code.screenshot())).isEqualTo(link);

        Page phone = phone(true);
        phone.navigate(link);
        assertThat(room.locator(".task header em")).hasText("已打开");
        assertThat(code).hasCount(0);
        tap(phone, "到场");
        phone.setInputFiles("input[name=photo]", new FilePayload("p.jpg", "image/jpeg", UnitPhotoTest.jpeg(1200, 900)));
        assertThat(room.locator(".task header em")).hasText("已到场");
        assertThat(room.locator(".task")).containsText(Pattern.compile("距现场 5\\d 米"));
        assertThat(room.locator(".task .photos img")).isVisible();
        Action arrived;
        try (LogTopic actions = new LogTopic(installation.kafka.service(), Topic.ACTIONS)) {
            arrived = Json.read(
                    Action.class,
                    actions.await(value -> value.contains(incident.id()) && value.contains("\"ARRIVE\"")));
        }
        installation.tell(Street.arrived(accepted, arrived));
        assertThat(room.locator(".made em.by").first()).hasText("单位确认");
        assertThat(room.locator(".steps em.by")).hasText("单位确认");
        shootRoom(room, "room-arrived");
    }

    private Page phone(boolean locates) {
        NewContextOptions options = new NewContextOptions()
                .setViewportSize(360, 740)
                .setIsMobile(true)
                .setHasTouch(true)
                .setGeolocation(LATITUDE, LONGITUDE);
        if (locates) {
            options.setPermissions(List.of("geolocation"));
        }
        return opened(options);
    }

    private Page opened(NewContextOptions options) {
        BrowserContext context = chromium.browser().newContext(options);
        contexts.add(context);
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        return page;
    }

    private Page room(Incident incident) {
        Page page = opened(new NewContextOptions().setViewportSize(1366, 768));
        page.navigate(installation.console.url());
        page.fill("input[name=user]", user);
        page.fill("input[name=password]", People.PASSWORD);
        page.keyboard().press("Enter");
        page.click("a.incident[href*='" + incident.alerts().get(0).id() + "']");
        assertThat(page.locator(".detail h1")).isVisible();
        return page;
    }

    private static void tap(Page phone, String button) {
        phone.locator("footer button", new Page.LocatorOptions().setHasText(button))
                .tap();
    }

    /** As a phone's camera sees the screen: from its pixels alone. */
    private static String scanned(byte[] png) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        try {
            return scanned(new HybridBinarizer(source));
        } catch (ReaderException e) {
            // It is made for photographs, and now and then loses a module of a drawn code.
            return scanned(new GlobalHistogramBinarizer(source));
        }
    }

    private static String scanned(Binarizer picture) throws ReaderException {
        return new QRCodeReader().decode(new BinaryBitmap(picture)).getText();
    }

    private static void shoot(Page phone, String name) {
        for (String language : List.of("zh", "en")) {
            phone.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + "-" + language + ".png")));
            phone.locator("header .plain").tap();
        }
    }

    private static void shootRoom(Page room, String name) {
        for (int width : new int[] {1366, 1920}) {
            room.setViewportSize(width, width * 9 / 16);
            room.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + "-" + width + ".png")));
        }
        room.setViewportSize(1366, 768);
    }
}
