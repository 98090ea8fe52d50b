package io.kakou.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Health;
import io.kakou.events.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CameraNewsTest {
    private static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");
    private static final Trouble REFUSED =
            new Trouble("CONNECT/REFUSED", Stage.CONNECT, "connection refused", Trouble.Next.RETRIED);
    private static final Trouble CLOSED =
            new Trouble("FIRST_KEYFRAME/CLOSED", Stage.FIRST_KEYFRAME, "it hung up", Trouble.Next.RETRIED);
    private static final Trouble COVERED =
            new Trouble("UNCLEAR", Stage.LOOKING, "torn, grey or covered", Trouble.Next.WATCHED_ON);

    private final List<String> said = new ArrayList<>();
    private final CameraNews news = new CameraNews(said::add);

    @Test
    void a_camera_that_is_well_is_not_spoken_of() {
        see("a", 0, 60, null);
        assertThat(said).isEmpty();
    }

    @Test
    void what_mends_itself_at_once_is_nobodys_trouble() {
        see("a", 0, 1, REFUSED);
        see("a", 2, 10, null);
        assertThat(said).isEmpty();
    }

    @Test
    void a_trouble_is_told_once_however_long_it_lasts_and_its_end_with_how_long() {
        see("a", 0, 60, REFUSED);
        see("a", 61, 70, null);
        assertThat(said)
                .containsExactly(
                        "camera a shows nothing, it stands at connect: connection refused;"
                                + " tried again by itself, at first within seconds, later every minute",
                        "camera a is watched again, after 59 s");
    }

    @Test
    void another_trouble_of_the_same_camera_is_another_line() {
        see("a", 0, 10, REFUSED);
        see("a", 11, 20, CLOSED);
        see("a", 21, 30, REFUSED);
        assertThat(said).hasSize(2);
        assertThat(said.get(1)).startsWith("camera a shows nothing, it stands at first keyframe: it hung up; ");
    }

    @Test
    void pictures_for_a_few_seconds_between_two_failures_are_no_recovery() {
        for (int round = 0; round < 6; round++) {
            see("a", 10 * round, 10 * round + 3, null);
            see("a", 10 * round + 4, 10 * round + 9, CLOSED);
        }
        assertThat(said).hasSize(1);
    }

    @Test
    void a_covered_lens_is_told_when_it_stays_covered() {
        see("a", 0, 9, COVERED);
        assertThat(said).isEmpty();
        see("a", 10, 12, COVERED);
        assertThat(said)
                .containsExactly("camera a shows nothing, it stands at looking: torn, grey or covered;"
                        + " looked at until it shows something");
    }

    @Test
    void of_a_whole_street_the_first_are_named_and_the_rest_counted() {
        for (int second = 0; second <= 4; second++) {
            for (int camera = 0; camera < 1562; camera++) {
                see("cam-" + camera, second, second, REFUSED);
            }
        }
        assertThat(said).hasSize(CameraNews.MOST_LINES).allMatch(line -> line.startsWith("camera cam-"));
        see("cam-0", 5, 11, REFUSED);
        assertThat(said).hasSize(CameraNews.MOST_LINES + 1);
        assertThat(said.get(CameraNews.MOST_LINES))
                .isEqualTo("1522 more changes of cameras are not told here; the page shows every camera");
    }

    /** Once a second, both seconds included. */
    private void see(String camera, int from, int to, @Nullable Trouble trouble) {
        for (int second = from; second <= to; second++) {
            Stage stage = trouble == null ? Stage.LOOKING : trouble.stage();
            String blind = trouble == null ? null : trouble.why();
            Instant now = NOON.plusSeconds(second);
            Health health =
                    new Health(camera, stage, now, null, blind, null, "w", 1, List.of(), List.of(), null, List.of());
            news.see(new Standing(health, trouble));
        }
    }
}
