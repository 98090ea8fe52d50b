package io.kakou.app.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.FilePayload;
import io.kakou.app.embedded.flink.EmbeddedFlink;
import io.kakou.app.page.SystemChromium;
import io.kakou.console.accounts.Role;
import io.kakou.console.trucks.TruckTable;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.EventKind;
import io.kakou.events.LabelledBox;
import io.kakou.events.Point;
import io.kakou.events.Sighting;
import io.kakou.events.Sighting.Candidate;
import io.kakou.events.Topic;
import io.kakou.jobs.JobSettings;
import io.kakou.jobs.log.Log;
import io.kakou.jobs.truck.TruckComplianceJob;
import io.kakou.jobs.truck.TruckSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of muck trucks in a real browser, before the real job: an administrator brings sites and permits as offices keep them,
 * trucks pass a gate, and the seat sees who has no paper, who has, and which site is to be inspected.
 */
class TruckPageTest {
    private static final double PATIENCE_MILLIS = 60_000;
    private static final ContainsTextOptions PATIENT = new ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    private static final String SITES =
            """
            编号,名称,类型,文号,卡口点位,经度,纬度,分级,上次检查
            彭埠1号,机场路一号地块,工地,核准〔2026〕17号,gate-1,120.2101,30.2501,红,2026.3.1
            tip-1,备塘消纳场,消纳场,备案〔2026〕3号,gate-2,120.2301,30.2501,白,2026年3月1日
            """;

    @TempDir
    Path folder;

    @Test
    void papers_come_from_a_workbook_and_a_truck_without_one_is_a_case() throws Exception {
        try (SystemChromium chromium = SystemChromium.start();
                Installation installation = new Installation(folder.resolve("console"), 0);
                EmbeddedFlink flink = new EmbeddedFlink(folder.resolve("jobs"))) {
            People people = new People(installation);
            Browser engineer = people.browser(Role.ENGINEER, "*");
            for (int i = 1; i <= 2; i++) {
                String body = "{\"id\":\"gate-" + i + "\",\"name\":\"出入口" + i
                        + "\",\"kind\":\"GATE\",\"place\":{\"longitude\":" + (120.19 + i * 0.02)
                        + ",\"latitude\":30.25},\"subStream\":\"rtsp://127.0.0.1:1/\",\"watched\":[\"MUCK_TRUCK\"]}";
                Browser.Answer added = engineer.post("/api/cameras", body);
                Assertions.assertThat(added.status()).as(added.body()).isEqualTo(201);
            }
            flink.start();
            Log log = new Log(installation.kafka.service().clients(), TruckComplianceJob.NAME);
            var unused = flink.run(
                    TruckComplianceJob.NAME, JobSettings.of(flink.checkpoints()), flow -> new TruckComplianceJob(
                                    TruckSettings.DEFAULT)
                            .build(flow, TruckComplianceJob.from(log), TruckComplianceJob.to(log)));

            try (BrowserContext context = context(chromium)) {
                Page page = signedIn(context, people, Role.ADMINISTRATOR);
                take(page, "sites", new FilePayload("sites.csv", "text/csv", SITES.getBytes(UTF_8)), "共 2 行：新增 2");
                take(page, "permits", new FilePayload("permits.xlsx", "application/xlsx", permits()), "共 1 行：新增 1");
                assertThat(page.locator(".trucks")).containsText("在册准运证 1 张", PATIENT);
                page.screenshot(picture("trucks-admin"));
            }
            theCommandDoesTheSame(people, installation);

            Instant now = Instant.now();
            installation.tell(Topic.SIGHTINGS, "gate-1", seen(1, "浙A12345", now.minusSeconds(8)));
            installation.tell(Topic.SIGHTINGS, "gate-1", seen(2, "浙A98765", now.minusSeconds(4)));
            installation.tell(Topic.ALERTS, "gate-1", muckTruck(now.minusSeconds(3)));
            try (BrowserContext context = context(chromium)) {
                Page page = signedIn(context, people, Role.OPERATOR);
                while (!page.locator(".trucks").innerText().contains("浙A98765")) {
                    Assertions.assertThat(Instant.now()).isBefore(now.plusMillis((long) PATIENCE_MILLIS));
                    page.waitForTimeout(500);
                    page.reload();
                    assertThat(page.locator(".trucks h1")).containsText("工程车研判", PATIENT);
                }
                assertThat(page.locator(".trucks")).containsText("疑似违规 1 次，合规 1 次");
                page.click(".case summary");
                assertThat(page.locator(".case")).containsText("无准运证");
                assertThat(page.locator(".trucks table")).containsText("已逾期");
                page.screenshot(picture("trucks"));
                // Once inspected it is no longer the first: the other is due before it.
                var site = page.locator(".trucks table tr:has-text('机场路一号地块')");
                site.locator("button").click();
                assertThat(site).not().containsText("已逾期", PATIENT);
            }
        }
    }

    private void theCommandDoesTheSame(People people, Installation installation) throws Exception {
        List<String> account =
                List.of("--user", people.named(Role.ADMINISTRATOR, "*"), "--console", installation.console.url());
        Path sites = Files.writeString(folder.resolve("sites.csv"), SITES);
        Assertions.assertThat(trucks(0, account, "import", sites.toString(), "--as", "sites"))
                .containsExactly(sites + ": CSV, UTF-8; 2 lines; 0 new, 0 changed, 2 as before");
        Path old = Files.writeString(folder.resolve("positions.csv"), TruckTable.POSITIONS.template());
        Assertions.assertThat(trucks(1, account, "import", old.toString(), "--as", "positions"))
                .hasSize(3)
                .anyMatch(line -> line.startsWith(old + ":2: time is 2026-05-01T14:10:00Z, now is "))
                .contains(old + ": the file has 2 problems; nothing was taken");
        Assertions.assertThat(trucks(0, account, "list"))
                .contains("彭埠1号 机场路一号地块: site, red, due 2026-03-08, overdue")
                .anyMatch(line -> line.startsWith("permits 1; in 24 hours: possible violations 0"));
    }

    private List<String> trucks(int code, List<String> account, String... words) throws Exception {
        List<String> line = new ArrayList<>(List.of("trucks"));
        line.addAll(List.of(words));
        line.addAll(account);
        return KakouProcess.run(folder, code, line);
    }

    private static BrowserContext context(SystemChromium chromium) {
        return chromium.browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1366, 900));
    }

    private static Page signedIn(BrowserContext context, People people, Role role) throws Exception {
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        people.signIn(page, role, "*", "赵敏");
        page.click("nav a[href='#/trucks']");
        assertThat(page.locator(".trucks")).containsText("工程车研判", PATIENT);
        return page;
    }

    private static void take(Page page, String kind, FilePayload file, String report) {
        page.setInputFiles("input[name=" + kind + "]", file);
        assertThat(page.locator(".import")).containsText(report, PATIENT);
        page.click(".import button.main");
        assertThat(page.locator(".import button.main")).hasCount(0);
    }

    private static Page.ScreenshotOptions picture(String name) {
        return new Page.ScreenshotOptions().setPath(Path.of("target", "pages", name + ".png"));
    }

    /** Days as days, as a spreadsheet keeps them. */
    private static byte[] permits() throws IOException {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "kakou", "1.0")) {
            Worksheet sheet = book.newWorksheet("准运证");
            List<String> heading = List.of("准运证号", "车牌", "运输企业", "工地", "消纳场", "有效期起", "有效期止");
            List<String> permit = List.of("杭运〔2026〕031号", "浙A·12345", "某某渣土运输", "彭埠1号", "tip-1");
            for (int i = 0; i < heading.size(); i++) {
                sheet.value(0, i, heading.get(i));
            }
            for (int i = 0; i < permit.size(); i++) {
                sheet.value(1, i, permit.get(i));
            }
            for (int i = 0; i < 2; i++) {
                sheet.value(1, permit.size() + i, today.plusDays(60L * i - 30));
                sheet.style(1, permit.size() + i).format("yyyy/m/d").set();
            }
        }
        return out.toByteArray();
    }

    /** The camera's own rule takes what passes for a muck truck: a truck alone is not held to have a paper. */
    private static Alert muckTruck(Instant at) {
        return new Alert(
                "muck-1",
                AlertPhase.RAISED,
                EventKind.MUCK_TRUCK,
                "2",
                "muck-truck/2",
                "gate-1",
                new Point(120.21, 30.25),
                null,
                at,
                at.minusSeconds(2),
                0.9,
                List.of(new LabelledBox("truck", 0.95, 0.2, 0.3, 0.7, 0.9)),
                List.of(),
                "analysis-1",
                1,
                null);
    }

    private static Sighting seen(long track, String plate, Instant at) {
        return new Sighting(
                "gate-1",
                track,
                new LabelledBox("truck", 0.95, 0.2, 0.3, 0.7, 0.9),
                at,
                6,
                plate,
                List.of(new Candidate(plate, 0.995)),
                120,
                "analysis-1",
                1);
    }
}
