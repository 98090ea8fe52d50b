package io.kakou.app.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.kakou.app.page.SystemChromium;
import io.kakou.console.accounts.Role;
import io.kakou.console.cameras.file.CameraImport;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engineer imports the street's cameras on the page, and corrects the file once. */
class ImportInChromiumTest {
    private static final double PATIENCE_MILLIS = 60_000;

    @TempDir
    private Path folder;

    @Test
    void a_file_is_checked_corrected_and_imported() throws Exception {
        Path bad = Files.write(folder.resolve("bad.csv"), template("lift-017", "3.30104E+19"));
        Path good = Files.write(folder.resolve("good.csv"), template("lift-017", "lift-017"));
        try (SystemChromium chromium = SystemChromium.start();
                Installation installation = new Installation(folder.resolve("data"), 0);
                BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.setDefaultTimeout(PATIENCE_MILLIS);
            signIn(page, installation);
            page.click(".list header button >> nth=0");
            assertThat(page.locator(".import .end .main")).isDisabled();

            page.setInputFiles("input[name=file]", bad);
            assertThat(page.locator(".import .end .main")).isDisabled();
            page.selectOption("select[name=crs]", "wgs84");
            page.click(".import .end .main");
            assertThat(page.locator(".import tbody tr")).hasText("2编号 3.30104E+19 已被表格软件改成科学计数，请把该列设为文本后重填");
            assertThat(page.locator(".import [role=status]")).containsText("有 1 处须改正");

            page.setInputFiles("input[name=file]", good);
            assertThat(page.locator(".import [role=status]")).hasCount(0);
            page.click(".import .end .main");
            assertThat(page.locator(".import .end .main")).hasText("确认导入 1 个点位");
            assertThat(page.locator(".list .line")).hasCount(2);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "page-import.png")));
            page.click(".import .end .main");
            assertThat(page.locator(".notices .news")).hasText("已导入 1 个点位");
            assertThat(page.locator(".list .line")).hasCount(3);
        }
    }

    private static void signIn(Page page, Installation installation) throws Exception {
        new People(installation).signIn(page, Role.ENGINEER, "*", null);
        assertThat(page.locator(".watch")).isVisible();
        page.navigate(installation.console.url() + "#/cameras");
    }

    private static byte[] template(String id, String other) {
        return CameraImport.template().replace(id, other).getBytes(UTF_8);
    }
}
