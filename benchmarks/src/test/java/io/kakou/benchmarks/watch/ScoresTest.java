package io.kakou.benchmarks.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.benchmarks.watch.Alerts.Arrived;
import io.kakou.benchmarks.watch.WatchFigures.Events;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A camera whose film begins at the epoch, and a run of half an hour from its tenth minute on. */
class ScoresTest {
    private static final Planted TRUCK = new Planted(EventKind.MUCK_TRUCK, 50, 53);
    private static final Planted WATER = new Planted(EventKind.WATERLOGGING, 600, 1320);

    private final Attended attended = new Attended();

    @Test
    void a_truck_counts_each_time_the_film_shows_it() {
        Events events =
                events(film(60, TRUCK), 600, 905, alert(EventKind.MUCK_TRUCK, 651), alert(EventKind.MUCK_TRUCK, 711));

        assertThat(events.planted()).isEqualTo(5);
        assertThat(events.eventsFound()).isEqualTo(2);
    }

    @Test
    void an_event_too_near_to_the_end_does_not_count() {
        assertThat(events(film(60, TRUCK), 600, 655).planted()).isZero();
        assertThat(events(film(60, TRUCK), 600, 665).planted()).isEqualTo(1);
    }

    @Test
    void water_counts_after_five_dry_minutes_that_were_watched() {
        assertThat(events(film(1320, WATER), 400, 1900).planted()).isZero();
        assertThat(events(film(1320, WATER), 200, 1900).planted()).isEqualTo(1);
    }

    @Test
    void where_a_camera_had_less_than_it_needs_its_events_are_not_watched() {
        attended.hasLess("camera", 652);
        Events events = events(film(60, TRUCK), 600, 730, alert(EventKind.MUCK_TRUCK, 711));

        assertThat(events.eventsFindable()).isEqualTo(2);
        assertThat(events.watchedFindable()).isEqualTo(1);
        assertThat(events.watchedFound()).isEqualTo(1);
    }

    private static StagedFilm film(double seconds, Planted event) {
        return new StagedFilm("film", CameraKind.GATE, Path.of("film.mp4"), seconds, List.of(event), List.of());
    }

    private Events events(StagedFilm film, double from, double to, Arrived... arrived) {
        Scores.Run run = new Scores.Run(List.of(arrived), from, to, attended);
        Scores scores = new Scores(Map.of("film", film.planted()), run);
        scores.add(new Placed("rtsp://street/camera", film, 0, 0));
        String kind = film.planted().get(0).kind().name();
        return scores.events().getOrDefault(kind, new Events(0, 0, 0, 0, 0, null, null));
    }

    private static Arrived alert(EventKind kind, double seconds) {
        Instant at = Instant.ofEpochSecond((long) seconds);
        Alert alert = new Alert(
                "a" + seconds,
                AlertPhase.RAISED,
                kind,
                "",
                "rule/1",
                "camera",
                null,
                null,
                at,
                at,
                1,
                List.of(),
                List.of("f"),
                "",
                0);
        return new Arrived(alert, seconds + 2);
    }
}
