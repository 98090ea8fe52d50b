package io.kakou.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What people do on the page, in their words; every step waits for what it needs and fails after the page's time limit. */
final class OperatorPage {
    private static final String PAINTED = "selector => document.querySelector(selector)?.currentTime > 0.2";

    /** Inside the areas that the walk brings along. */
    private static final String PLACE = "120.21,30.25";

    private final Page page;
    private final String address;

    OperatorPage(Page page, String address, double patienceMillis) {
        this.page = page;
        this.address = address;
        // No one's language is the browser's: Chinese comes first.
        page.setDefaultTimeout(patienceMillis);
    }

    /** All its words. */
    String text() {
        return page.innerText("body");
    }

    void signIn(String user, String password) {
        page.navigate(address);
        page.fill("input[name=user]", user);
        page.fill("input[name=password]", password);
        page.click("button.main");
    }

    void changePassword(String old, String next) {
        page.fill("input[name=old]", old);
        page.fill("input[name=new]", next);
        page.fill("input[name=again]", next);
        page.click("button.main");
        assertThat(page.locator(".watch")).isVisible();
    }

    /** Gives the page a file of areas, and takes them once it has said what they change. */
    void takeAreas(String geoJson) {
        page.navigate(address + "#/areas");
        page.setInputFiles(
                "input[name=areas]", new FilePayload("areas.geojson", "application/geo+json", bytes(geoJson)));
        page.click(".import button.main");
        assertThat(page.locator(".import button.main")).hasCount(0);
    }

    void addUnit(String name, String area) {
        page.navigate(address + "#/areas");
        page.click(".units header button");
        page.fill("input[name=unit-name]", name);
        page.selectOption("select[name=unit-area]", area);
        page.click(".units form button.main");
        assertThat(page.locator(".units ul")).containsText(name);
    }

    /** Adds a lift camera with its check, and waits until it is in the list. */
    void addLift(String id, String name, String url) {
        open("cameras", "+");
        page.fill("input[name=url]", url);
        page.click(".add .pair button");
        assertThat(page.locator(".probe.good")).isVisible();
        page.fill("input[name=name]", name);
        page.fill("input[name=id]", id);
        page.fill("input[name=place]", PLACE);
        page.click(".add button.main");
        assertThat(page.locator(".camera h1")).hasText(name);
        assertThat(page.locator(".line.selected strong")).hasText(name);
    }

    /** Draws a rectangle over the middle of the camera's picture, turns one corner, and saves. */
    void drawZone(String camera) {
        open("cameras", camera);
        assertThat(page.locator(".stage img")).isVisible();
        page.click(".zones header button >> nth=0");
        drag(0.1, 0.1, 0.9, 0.9);
        assertThat(page.locator(".stage polygon")).hasCount(1);
        drag(0.9, 0.9, 0.95, 0.98);
        page.click(".camera header button.main");
        assertThat(page.locator(".applied")).isVisible();
        assertThat(page.locator(".unsaved")).hasCount(0);
    }

    void openRoom() {
        page.navigate(address + "#/room");
        assertThat(page.locator(".room")).isVisible();
    }

    /** The incident of the camera's name, opened. */
    Locator seeIncident(String cameraName) {
        Locator incident = page.locator(".incident", new Page.LocatorOptions().setHasText(cameraName))
                .first();
        incident.click();
        assertThat(page.locator(".detail h1")).isVisible();
        return incident;
    }

    void clipPlays() {
        page.waitForFunction(PAINTED, ".clip video");
    }

    void livePlays() {
        page.keyboard().press("l");
        page.waitForFunction(PAINTED, ".live video");
        assertThat(page.locator(".live em.on")).isVisible();
    }

    void accept() {
        page.keyboard().press("1");
        stands("ACCEPTED");
    }

    /** To the first unit of the list. */
    void dispatch(String unit) {
        page.keyboard().press("3");
        assertThat(page.locator(".ask")).containsText(unit);
        page.keyboard().press("1");
        stands("DISPATCHED");
        assertThat(page.locator(".made")).containsText("已派遣 → " + unit);
    }

    void arrive() {
        page.keyboard().press("4");
        stands("ON_SITE");
    }

    /** With what it was, and that it had to be dealt with. */
    void close() {
        page.keyboard().press("5");
        assertThat(page.locator(".ask fieldset button").first()).isVisible();
        page.keyboard().press("1");
        page.keyboard().press("y");
        page.keyboard().press("Enter");
        stands("CLOSED");
    }

    private void stands(String state) {
        assertThat(page.locator(".detail header .state")).hasClass(Pattern.compile("\\b" + state + "\\b"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    void isToldThatScenesAreStaged() {
        assertThat(page.locator(".staged")).containsText("演示画面由本项目合成");
    }

    /** Opens the list behind the watch bar, and closes it again. */
    void isToldWhatIsNotWatched(String camera, String why) {
        page.click(".watch .stretched");
        assertThat(page.locator(".watch .pop li").filter(new Locator.FilterOptions().setHasText(camera)))
                .containsText(why);
        page.click(".watch .stretched");
    }

    /** Goes to the page that takes films by its own offer, and sends one as a lift's. */
    void tryFilm(Path film) {
        if (page.locator(".staged a").isVisible()) {
            page.click(".staged a");
        }
        page.setInputFiles("input[name=film]", film);
        page.selectOption("select[name=film-kind]", "LIFT");
        page.click(".film button.main");
    }

    void isRefused(String line) {
        assertThat(page.locator(".film .trouble")).containsText(line);
    }

    /** The camera's own page, with its picture. */
    void seesCamera(String name) {
        assertThat(page.locator(".camera h1")).hasText(name);
        page.waitForFunction("() => document.querySelector('.stage img')?.naturalWidth > 0");
    }

    void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    private void open(String room, String id) {
        page.navigate(address + "#/" + room + "/" + id);
    }

    /** From and to are shares of the picture. */
    private void drag(double fromX, double fromY, double toX, double toY) {
        BoundingBox frame = page.locator(".stage").boundingBox();
        Mouse mouse = page.mouse();
        mouse.move(frame.x + fromX * frame.width, frame.y + fromY * frame.height);
        mouse.down();
        mouse.move(frame.x + toX * frame.width, frame.y + toY * frame.height, new Mouse.MoveOptions().setSteps(5));
        mouse.up();
    }
}
