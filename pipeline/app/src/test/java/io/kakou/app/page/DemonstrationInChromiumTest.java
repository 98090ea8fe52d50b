package io.kakou.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import io.kakou.app.StagedLift;
import io.kakou.app.process.Supervisor;
import io.kakou.app.staged.ConsoleVisit;
import io.kakou.app.staged.Demonstration;
import io.kakou.models.weights.CacheFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stranger meets: {@code kakou demo}, its first alert, and a film of their own. */
class DemonstrationInChromiumTest {
    private static final Path CACHE = CacheFolder.of(System.getenv(), Path.of(System.getProperty("user.home")));
    /** Five processes start on two cores, and the event comes once in 72 s. */
    private static final double PATIENCE_MILLIS = 120_000;

    @TempDir
    private Path folder;

    @Test
    void the_staged_event_is_told_and_an_own_film_becomes_a_camera() throws Exception {
        setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Path clip = StagedLift.clip();
        Path film = Files.copy(clip, folder.resolve("我家电梯.mp4"));
        Path text = Files.writeString(folder.resolve("notes.mp4"), "no film at all\n".repeat(200));
        CompletableFuture<String> page = new CompletableFuture<>();
        try (SystemChromium chromium = SystemChromium.start();
                Demonstration demonstration = new Demonstration(CACHE, 0, new Ready(page), this::say);
                BrowserContext context =
                        chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1440, 900))) {
            assertThat(demonstration.start()).isEmpty();
            String address = page.get(1, TimeUnit.MINUTES);
            OperatorPage operator = new OperatorPage(context.newPage(), address, PATIENCE_MILLIS);
            operator.signIn(demonstration.user(), demonstration.password());
            operator.isToldThatScenesAreStaged();
            operator.seeIncident("7 号梯");
            operator.isToldWhatIsNotWatched("云河路西口", "暂不研判：偷倒渣土");
            operator.clipPlays();
            operator.picture(Path.of("target", "page-demo.png"));
            ConsoleVisit visit = new ConsoleVisit(address);
            visit.signIn(demonstration.user(), demonstration.password());
            assertThat(visit.alert(Demonstration.eventful())).isPresent().hasValueSatisfying(alert -> assertThat(alert)
                    .isNotEmpty());
            operator.tryFilm(text);
            operator.isRefused("不是能识别的录像");
            operator.picture(Path.of("target", "page-try.png"));
            operator.tryFilm(film);
            operator.seesCamera("我家电梯");
            operator.picture(Path.of("target", "page-tried.png"));
        }
    }

    private void say(String line) {
        System.out.println(line);
    }

    private record Ready(CompletableFuture<String> page) implements Supervisor.Listener {
        @Override
        public void ready(String child, String detail) {
            if (detail.startsWith("http")) {
                page.complete(detail);
            }
        }

        @Override
        public void said(String child, String line) {}

        @Override
        public void died(String child, int exit, double retrySeconds) {
            System.out.println(child + " died " + exit);
        }
    }
}
