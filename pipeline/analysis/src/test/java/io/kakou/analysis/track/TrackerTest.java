package io.kakou.analysis.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.json.Json;
import io.kakou.models.Box;
import io.kakou.models.Detection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackerTest {
    private final Tracker tracker = new Tracker(TrackerSettings.DEFAULT);

    @ParameterizedTest(name = "{0} looks a second")
    @ValueSource(doubles = {25, 5, 2, 1})
    void a_walker_is_one_track_at_any_rate(double rate) {
        Tracks tracks = Tracks.NONE;
        for (double t : times(rate, 6)) {
            tracks = tracker.step(tracks, t, List.of(walker(0.1 + 0.06 * t, 0.8)));
        }
        assertThat(tracks.present()).hasSize(1);
        assertThat(tracks.nextId()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0} looks a second")
    @ValueSource(doubles = {25, 5})
    void two_who_cross_keep_their_tracks(double rate) {
        Tracks tracks = Tracks.NONE;
        for (double t : times(rate, 6)) {
            tracks =
                    tracker.step(tracks, t, List.of(walker(0.2 + 0.1 * t, 0.9), person(0.8 - 0.1 * t, 0.55, 0.3, 0.8)));
        }
        assertThat(tracks.present()).hasSize(2);
        assertThat(tracks.present().get(0).box().centreX()).isGreaterThan(0.7);
    }

    @ParameterizedTest(name = "{0} looks a second")
    @ValueSource(doubles = {2, 1})
    void two_who_walk_past_each_other_keep_their_tracks_at_a_slow_rate(double rate) {
        Tracks tracks = Tracks.NONE;
        for (double t : times(rate, 6)) {
            tracks = tracker.step(tracks, t, List.of(walker(0.2 + 0.1 * t, 0.9), person(0.8 - 0.1 * t, 0.4, 0.2, 0.8)));
        }
        assertThat(tracks.nextId()).isEqualTo(3);
        assertThat(tracks.present().get(0).box().centreX()).isGreaterThan(0.7);
    }

    @Test
    void a_second_box_on_one_person_begins_no_track() {
        Tracks tracks = tracker.step(Tracks.NONE, 0, List.of(person(0.5, 0.5, 0.4, 0.9), person(0.51, 0.52, 0.4, 0.6)));
        assertThat(tracks.tracks()).hasSize(1);
    }

    @Test
    void a_rider_on_a_bicycle_is_two_tracks_though_their_boxes_are_one() {
        Detection rider = walker(0.5, 0.9);
        Tracks tracks = tracker.step(Tracks.NONE, 0, List.of(rider, new Detection("bicycle", 0.8, rider.box())));
        assertThat(tracks.tracks()).hasSize(2);
    }

    @Test
    void settings_of_a_release_that_kept_no_reach_follow_as_that_release_did() throws Exception {
        String kept =
                """
                {"beginScore": 0.35, "sureScore": 0.35, "leastScore": 0.15, "leastIou": 0.2, "leastUnsureIou": 0.4,
                 "lostSeconds": 3, "reachHeightsPerSecond": 0.3}""";
        TrackerSettings former = Json.read(TrackerSettings.class, kept.getBytes(StandardCharsets.UTF_8));
        Tracks tracks = new Tracker(former)
                .step(Tracks.NONE, 0, List.of(person(0.5, 0.5, 0.4, 0.9), person(0.51, 0.52, 0.4, 0.6)));
        assertThat(former.reach()).isEqualTo(TrackerSettings.Reach.SINCE_SEEN);
        assertThat(tracks.tracks()).hasSize(2);
    }

    @Test
    void a_doubtful_box_continues_a_track_but_begins_none() {
        Tracks tracks = tracker.step(Tracks.NONE, 0, List.of(walker(0.5, 0.2)));
        assertThat(tracks.tracks()).isEmpty();
        tracks = tracker.step(tracks, 0.5, List.of(walker(0.5, 0.7)));
        tracks = tracker.step(tracks, 1.0, List.of(walker(0.5, 0.2)));
        assertThat(tracks.present()).singleElement().satisfies(track -> {
            assertThat(track.hits()).isEqualTo(2);
            assertThat(track.score()).isEqualTo(0.2);
        });
    }

    @Test
    void an_e_bike_called_bicycle_then_motorcycle_is_one_track() {
        Tracks tracks = tracker.step(Tracks.NONE, 0, List.of(seen("bicycle")));
        tracks = tracker.step(tracks, 0.5, List.of(seen("motorcycle")));
        assertThat(tracks.present()).singleElement().satisfies(track -> {
            assertThat(track.subject()).isEqualTo(Subject.TWO_WHEELER);
            assertThat(track.label()).isEqualTo("motorcycle");
        });
    }

    @Test
    void a_person_never_becomes_a_bicycle() {
        Tracks tracks = tracker.step(Tracks.NONE, 0, List.of(walker(0.5, 0.9)));
        tracks = tracker.step(
                tracks,
                0.5,
                List.of(new Detection("bicycle", 0.9, walker(0.5, 0.9).box())));
        assertThat(tracks.tracks()).extracting(Track::subject).containsExactly(Subject.PERSON, Subject.TWO_WHEELER);
    }

    @Test
    void who_is_hidden_for_a_while_comes_back_as_the_same() {
        Tracks tracks = tracker.step(Tracks.NONE, 0, List.of(walker(0.5, 0.9)));
        for (double t : new double[] {0.5, 1, 1.5, 2}) {
            tracks = tracker.step(tracks, t, List.of());
        }
        assertThat(tracks.present()).isEmpty();
        tracks = tracker.step(tracks, 2.5, List.of(walker(0.5, 0.9)));
        assertThat(tracks.present()).extracting(Track::id).containsExactly(1L);
    }

    @Test
    void who_is_away_longer_is_forgotten() {
        Tracks tracks = tracker.step(Tracks.NONE, 0, List.of(walker(0.5, 0.9)));
        tracks = tracker.step(tracks, 1, List.of());
        tracks = tracker.step(tracks, 4.5, List.of());
        assertThat(tracks.tracks()).isEmpty();
    }

    @Test
    void an_unchanged_picture_keeps_what_the_look_before_saw_however_long() {
        Tracks tracks = tracker.step(Tracks.NONE, 0, List.of(walker(0.5, 0.9)));
        tracks = tracker.hold(tracks, 60);
        assertThat(tracks.present()).singleElement().satisfies(track -> {
            assertThat(track.motion().x().speed()).isZero();
            assertThat(track.hits()).isEqualTo(1);
        });
    }

    @Test
    void an_unchanged_picture_does_not_bring_back_what_had_gone() {
        Tracks tracks = tracker.step(Tracks.NONE, 0, List.of(walker(0.5, 0.9)));
        tracks = tracker.step(tracks, 0.5, List.of());
        assertThat(tracker.hold(tracks, 1).present()).isEmpty();
    }

    @Test
    void boxes_of_no_size_are_followed_without_harm() {
        Detection speck = new Detection("person", 0.9, new Box(0.5, 0.5, 0.5, 0.5));
        Tracks tracks = tracker.step(Tracks.NONE, 0, List.of(speck, speck));
        tracks = tracker.step(tracks, 0.5, List.of(speck, speck));
        assertThat(tracks.tracks())
                .allSatisfy(track -> assertThat(track.motion().x().position()).isFinite());
    }

    private static double[] times(double rate, double seconds) {
        return DoubleStream.iterate(0, t -> t <= seconds, t -> t + 1 / rate).toArray();
    }

    private static Detection walker(double x, double score) {
        return person(x, 0.5, 0.4, score);
    }

    private static Detection person(double x, double y, double height, double score) {
        double width = height * 0.4;
        return new Detection(
                "person", score, Box.clipped(x - width / 2, y - height / 2, x + width / 2, y + height / 2));
    }

    private static Detection seen(String label) {
        return new Detection(label, 0.6, new Box(0.3, 0.4, 0.6, 0.9));
    }
}
