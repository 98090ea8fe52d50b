package io.kakou.analysis.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kakou.analysis.clip.Manifest.Part;
import io.kakou.analysis.decode.Clips;
import io.kakou.analysis.store.HashLine;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.EventKind;
import io.kakou.events.json.Json;
import io.kakou.models.Size;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.codec.Wanted;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@SuppressWarnings("try") // Closing a storage early is how a test waits for it.
class ClipRecorderTest {
    private static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");
    private static final int FRAMES_A_SECOND = 25;

    @TempDir
    private static Path films;

    private static List<AccessUnit> camera = List.of();

    @TempDir
    private Path folder;

    private final MemoryShelf shelf = new MemoryShelf();
    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.EPOCH);
    private int shown;

    @BeforeAll
    static void a_minute_of_a_camera_with_a_keyframe_each_second() throws Exception {
        camera = Films.units(Clips.film(films.resolve("film.mp4"), new Size(160, 90), 60 * FRAMES_A_SECOND), NOON);
    }

    @BeforeEach
    void nothing_is_shown_yet() {
        shown = 0;
    }

    @Test
    void keyframes_are_wanted_where_no_more_is_kept_and_all_while_a_clip_is_open_or_somebody_looks() throws Exception {
        try (ClipStorage storage = storage(ClipSettings.DEFAULT);
                ClipRecorder recorder = new ClipRecorder("cam-1", storage)) {
            assertThat(recorder.wanted()).isEqualTo(Wanted.EVERY_PICTURE);
            recorder.reach(ClipRecorder.Reach.KEYFRAME);
            assertThat(recorder.wanted()).isEqualTo(Wanted.KEYFRAMES);
            try (LiveFragments.Subscription live = recorder.live()) {
                assertThat(live.ended()).isFalse();
                assertThat(recorder.wanted()).isEqualTo(Wanted.EVERY_PICTURE);
            }
            assertThat(recorder.wanted()).isEqualTo(Wanted.KEYFRAMES);
            show(recorder, 10);
            recorder.begin(alert("a", 8, 9), () -> {});
            assertThat(recorder.wanted()).isEqualTo(Wanted.EVERY_PICTURE);
            recorder.release("a", NOON.plusSeconds(10));
            show(recorder, 60);
            assertThat(recorder.wanted()).isEqualTo(Wanted.KEYFRAMES);
        }
    }

    @Test
    void a_clip_begins_before_the_event_and_ends_after_it() throws Exception {
        try (ClipStorage storage = storage(ClipSettings.DEFAULT);
                ClipRecorder recorder = new ClipRecorder("cam-1", storage)) {
            show(recorder, 31);
            stored(recorder, alert("a", 28.5, 31));
            Manifest begun = manifest("a");
            assertThat(begun.state()).isEqualTo("open");
            assertThat(begun.startAt()).isEqualTo(NOON.plusSeconds(18));
            assertThat(begun.codec()).matches("avc1\\.[0-9a-f]{6}");
            assertThat(begun.parts()).hasSize(2);
            assertThat(begun.parts().get(0).seconds())
                    .as("little, to be shown at once")
                    .isCloseTo(1, within(0.05));
            assertThat(begun.parts().stream().mapToDouble(Part::seconds).sum()).isCloseTo(13, within(0.05));
            show(recorder, 36);
            recorder.release("a", NOON.plusSeconds(36));
            show(recorder, 50);
            storage.close();
            Manifest sealed = manifest("a");
            assertThat(sealed.state()).isEqualTo("sealed");
            assertThat(sealed.gaps()).isEmpty();
            assertThat(sealed.parts()).hasSize(4);
            assertThat(sealed.parts()).allSatisfy(this::isStored);
            double end = sealed.parts().stream().mapToDouble(Part::seconds).sum();
            assertThat(end).isCloseTo(41 - 18, within(0.1));
            assertThat(framesOf("a")).isEqualTo((41 - 18) * FRAMES_A_SECOND);
            assertThat(folder.resolve("open-clips")).isEmptyDirectory();
        }
    }

    @Test
    void an_event_that_goes_on_is_kept_up_to_the_bound() throws Exception {
        ClipSettings settings = new ClipSettings(10, 10, 15, 5, 20, 16 << 20, 64 << 20, 1, 5);
        try (ClipStorage storage = storage(settings);
                ClipRecorder recorder = new ClipRecorder("cam-1", storage)) {
            show(recorder, 20);
            stored(recorder, alert("a", 19, 20));
            show(recorder, 40);
            storage.close();
            assertThat(manifest("a").state()).isEqualTo("sealed");
            assertThat(framesOf("a")).isEqualTo((35 - 9) * FRAMES_A_SECOND);
        }
    }

    @Test
    void a_camera_that_falls_silent_ends_its_clip_by_the_clock() throws Exception {
        try (ClipStorage storage = storage(ClipSettings.DEFAULT);
                ClipRecorder recorder = new ClipRecorder("cam-1", storage)) {
            show(recorder, 20);
            stored(recorder, alert("a", 19, 20));
            clock.set(NOON.plusSeconds(20 + 60 + 4));
            until(() -> manifest("a").state().equals("sealed"));
        }
    }

    @Test
    void a_kill_leaves_a_clip_that_the_next_start_marks_cut() throws Exception {
        ClipStorage killed = storage(ClipSettings.DEFAULT);
        ClipRecorder recorder = new ClipRecorder("cam-1", killed);
        show(recorder, 20);
        stored(recorder, alert("a", 19, 20));
        show(recorder, 33);
        until(() -> manifest("a").parts().size() == 4);
        assertThat(manifest("a").state()).isEqualTo("open");
        try (ClipStorage next = storage(ClipSettings.DEFAULT)) {
            until(() -> manifest("a").state().equals("cut"));
            assertThat(manifest("a").parts()).hasSize(4).allSatisfy(this::isStored);
            assertThat(framesOf("a")).isGreaterThan(20 * FRAMES_A_SECOND);
        }
        killed.close();
    }

    @Test
    void a_part_that_was_noted_and_not_stored_is_named_as_a_gap() throws Exception {
        OpenClips open = new OpenClips(folder.resolve("open-clips"));
        Part lost = new Part("clips/a/0000.m4s", 0, 5, 1000, "0".repeat(64));
        open.note(Manifest.open("a", "cam-1", NOON, NOON).withParts(List.of(lost)));
        try (ClipStorage next = storage(ClipSettings.DEFAULT)) {
            until(() -> shelf.list("clips/").size() == 1);
            assertThat(manifest("a").state()).isEqualTo("cut");
            assertThat(manifest("a").parts()).isEmpty();
            assertThat(manifest("a").gaps()).singleElement().satisfies(gap -> assertThat(gap.to())
                    .isEqualTo(NOON.plusSeconds(5)));
        }
    }

    @Test
    void a_part_that_cannot_be_played_for_want_of_its_header_is_named_as_a_gap() throws Exception {
        byte[] bytes = {1, 2, 3};
        Part stored = new Part("clips/a/0000.m4s", 0, 5, bytes.length, HashLine.sha256(bytes));
        shelf.put(stored.key(), bytes, "video/iso.segment");
        OpenClips open = new OpenClips(folder.resolve("open-clips"));
        open.note(Manifest.open("a", "cam-1", NOON, NOON).withParts(List.of(stored)));
        try (ClipStorage next = storage(ClipSettings.DEFAULT)) {
            until(() -> shelf.list("clips/a/manifest").size() == 1);
            assertThat(manifest("a").parts()).isEmpty();
            assertThat(manifest("a").gaps()).hasSize(1);
        }
    }

    @Test
    void a_stop_marks_what_is_open_as_cut_with_all_that_was_shown() throws Exception {
        try (ClipStorage storage = storage(ClipSettings.DEFAULT);
                ClipRecorder recorder = new ClipRecorder("cam-1", storage)) {
            show(recorder, 20);
            stored(recorder, alert("a", 19, 20));
            show(recorder, 23);
            storage.close();
            assertThat(manifest("a").state()).isEqualTo("cut");
            assertThat(framesOf("a")).isEqualTo((23 - 9) * FRAMES_A_SECOND);
        }
    }

    /** The thread of the test is the network's here: the test hangs where it would. */
    @Test
    void a_store_that_does_not_move_holds_nobody_up_and_leaves_a_gap() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        ClipSettings little = new ClipSettings(10, 10, 60, 5, 20, 16 << 20, 180_000, 60, 5);
        try (ClipStorage storage = storage(little);
                ClipRecorder recorder = new ClipRecorder("cam-1", storage)) {
            show(recorder, 12);
            stored(recorder, alert("a", 11, 12));
            shelf.waitFor(gate);
            show(recorder, 60);
            gate.countDown();
            storage.close();
            Manifest cut = manifest("a");
            long kept = cut.parts().stream().mapToLong(Part::bytes).sum();
            assertThat(cut.gaps()).isNotEmpty().allSatisfy(gap -> assertThat(gap.why())
                    .isEqualTo("the store is too slow: no room to wait"));
            assertThat(kept).isBetween(30_000L, 120_000L);
        }
    }

    @Test
    void what_a_store_that_is_away_does_not_take_in_time_is_a_gap_and_the_clip_goes_on() throws Exception {
        ClipSettings impatient = new ClipSettings(10, 10, 60, 5, 20, 16 << 20, 64 << 20, 0, 5);
        try (ClipStorage storage = storage(impatient);
                ClipRecorder recorder = new ClipRecorder("cam-1", storage)) {
            show(recorder, 20);
            shelf.goAway();
            stored(recorder, alert("a", 19, 20));
            shelf.comeBack();
            show(recorder, 30);
            storage.close();
            assertThat(manifest("a").gaps()).singleElement().satisfies(gap -> {
                assertThat(gap.from()).isEqualTo(NOON.plusSeconds(9));
                assertThat(gap.why()).contains("the store is away");
            });
            assertThat(framesOf("a")).isEqualTo(10 * FRAMES_A_SECOND);
        }
    }

    @Test
    void an_alert_before_the_first_picture_has_a_clip_all_the_same() throws Exception {
        try (ClipStorage storage = storage(ClipSettings.DEFAULT);
                ClipRecorder recorder = new ClipRecorder("cam-1", storage)) {
            stored(recorder, alert("a", 0, 0));
            show(recorder, 6);
            storage.close();
            assertThat(framesOf("a")).isEqualTo(6 * FRAMES_A_SECOND);
        }
    }

    private ClipStorage storage(ClipSettings settings) throws Exception {
        ClipStorage storage = new ClipStorage(shelf, settings, folder, clock::get);
        storage.start();
        return storage;
    }

    private void show(ClipRecorder recorder, double untilSeconds) {
        for (; shown < camera.size() && camera.get(shown).seconds() < untilSeconds - 1e-6; shown++) {
            recorder.accept(camera.get(shown));
        }
    }

    private static void stored(ClipRecorder recorder, Alert alert) throws InterruptedException {
        CountDownLatch stored = new CountDownLatch(1);
        recorder.begin(alert, stored::countDown);
        assertThat(stored.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private Manifest manifest(String alert) throws Exception {
        return Json.read(Manifest.class, shelf.get("clips/" + alert + "/manifest.json"));
    }

    private void isStored(Part part) throws Exception {
        byte[] bytes = shelf.get(part.key());
        assertThat(HashLine.sha256(bytes)).isEqualTo(part.sha256());
        assertThat(bytes).hasSize((int) part.bytes());
    }

    private int framesOf(String alert) throws Exception {
        ByteArrayOutputStream film = new ByteArrayOutputStream();
        film.writeBytes(shelf.get("clips/" + alert + "/init.mp4"));
        for (Part part : manifest(alert).parts()) {
            film.writeBytes(shelf.get(part.key()));
        }
        Path file = folder.resolve("whole.mp4");
        Files.write(file, film.toByteArray());
        return Clips.frames(file);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    /** The storage's threads tell nobody when they are done; the test's time limit ends the wait. */
    private static void until(Condition condition) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.holds()) {
            assertThat(never.await(20, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    private static Alert alert(String id, double onset, double at) {
        return new Alert(
                id,
                AlertPhase.RAISED,
                EventKind.EBIKE_IN_LIFT,
                "two-wheeler",
                "test/1",
                "cam-1",
                null,
                null,
                NOON.plusNanos(Math.round(at * 1e9)),
                NOON.plusNanos(Math.round(onset * 1e9)),
                1,
                List.of(),
                List.of(),
                "",
                0);
    }
}
