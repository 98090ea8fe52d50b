package io.kakou.analysis.clip;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.decode.Clips;
import io.kakou.models.Size;
import io.kakou.rtsp.AccessUnit;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LiveFragmentsTest {
    @TempDir
    private Path folder;

    private List<AccessUnit> camera = List.of();
    private ClipRecorder recorder = recorder(Path.of(""));

    @BeforeEach
    void a_camera_with_a_keyframe_each_second() throws Exception {
        camera = Films.units(
                Clips.film(folder.resolve("film.mp4"), new Size(160, 90), 40 * 25),
                Instant.parse("2026-05-01T04:00:00Z"));
        recorder = recorder(folder);
    }

    @Test
    void who_comes_sees_the_newest_keyframe_at_once_and_all_that_follows() throws Exception {
        show(0, 60);
        try (LiveFragments.Subscription live = recorder.live()) {
            List<byte[]> bytes = read(live);
            assertThat(live.codec()).matches("avc1\\.[0-9a-f]{6}");
            show(60, 110);
            bytes.addAll(read(live));
            // From frame 50 on; the newest two wait to learn how long they last, and up to 0.4 s for their fragment.
            assertThat(frames(bytes)).isBetween(110 - 50 - 2 - 10, 110 - 50 - 2);
            assertThat(live.dropped()).isZero();
        }
    }

    @Test
    void of_a_camera_that_keeps_no_more_than_its_newest_keyframe_who_comes_sees_all_from_the_next_on()
            throws Exception {
        recorder.reach(ClipRecorder.Reach.KEYFRAME);
        show(0, 60);
        assertThat(recorder.newestGop()).hasSize(1);
        try (LiveFragments.Subscription live = recorder.live()) {
            assertThat(read(live)).isEmpty();
            show(60, 110);
            assertThat(frames(read(live))).isBetween(110 - 75 - 2 - 10, 110 - 75 - 2);
        }
        recorder.reach(ClipRecorder.Reach.PREROLL);
        show(110, 120);
        assertThat(recorder.newestGop()).as("what leads nowhere").hasSize(1);
        show(120, 160);
        assertThat(recorder.from(camera.get(0).at())).hasSize(160 - 125);
    }

    @Test
    void a_picture_is_out_within_half_a_second_of_the_camera() throws Exception {
        show(0, 26);
        try (LiveFragments.Subscription live = recorder.live()) {
            int shown = 26;
            List<byte[]> bytes = read(live);
            for (; shown < 200; shown++) {
                show(shown, shown + 1);
                bytes.addAll(read(live));
                if (shown % 20 == 0) {
                    assertThat(shown - 25 - frames(bytes)).isLessThanOrEqualTo(12);
                }
            }
        }
    }

    @Test
    void who_is_too_slow_misses_pictures_up_to_a_keyframe_and_holds_nobody_up() throws Exception {
        show(0, 1);
        try (LiveFragments.Subscription slow = recorder.live();
                LiveFragments.Subscription quick = recorder.live()) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int from = 1; from < 1000; from += 50) {
                show(from, Math.min(1000, from + 50));
                read(quick).forEach(all::writeBytes);
            }
            assertThat(quick.dropped()).isZero();
            assertThat(slow.dropped()).isPositive();
            // All that decodes is whole: nothing refers to what was let go.
            assertThat(frames(read(slow))).isPositive();
            assertThat(frames(List.of(all.toByteArray()))).isGreaterThan(980);
        }
    }

    @Test
    void who_waits_is_woken_when_the_camera_is_closed() throws Exception {
        show(0, 30);
        LiveFragments.Subscription live = recorder.live();
        List<byte[]> before = read(live);
        assertThat(before).isNotEmpty();
        BlockingQueue<Boolean> ended = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> {
            try {
                ended.add(live.next(30) == null && live.ended());
            } catch (InterruptedException e) {
                ended.add(false);
            }
        });
        reader.start();
        recorder.close();
        assertThat(ended.poll(10, TimeUnit.SECONDS)).isTrue();
        reader.join(10_000);
    }

    @Test
    void a_camera_that_never_showed_anything_gives_nothing() throws Exception {
        try (LiveFragments.Subscription live = recorder.live()) {
            assertThat(live.next(0.01)).isNull();
            assertThat(live.codec()).isNull();
            assertThat(live.ended()).isFalse();
        }
    }

    private void show(int from, int to) {
        camera.subList(from, to).forEach(recorder::accept);
    }

    private static List<byte[]> read(LiveFragments.Subscription live) throws InterruptedException {
        List<byte[]> read = new ArrayList<>();
        for (byte[] bytes = live.next(0); bytes != null; bytes = live.next(0)) {
            read.add(bytes);
        }
        return read;
    }

    private int frames(List<byte[]> film) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        film.forEach(out::writeBytes);
        Path file = folder.resolve("live.mp4");
        Files.write(file, out.toByteArray());
        return Clips.frames(file);
    }

    private static ClipRecorder recorder(Path folder) {
        return new ClipRecorder(
                "cam-1", new ClipStorage(new MemoryShelf(), ClipSettings.DEFAULT, folder, () -> Instant.EPOCH));
    }
}
