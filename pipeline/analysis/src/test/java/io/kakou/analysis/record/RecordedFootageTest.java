package io.kakou.analysis.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kakou.analysis.clip.Films;
import io.kakou.analysis.clip.MemoryShelf;
import io.kakou.analysis.clip.TimedUnit;
import io.kakou.analysis.decode.Clips;
import io.kakou.analysis.record.index.Cause;
import io.kakou.analysis.record.index.FootageIndex;
import io.kakou.analysis.record.index.Gap;
import io.kakou.analysis.record.index.HourFiles;
import io.kakou.analysis.record.index.Minute;
import io.kakou.analysis.record.index.MinuteState;
import io.kakou.analysis.record.index.Span;
import io.kakou.analysis.record.spool.FootageWriter;
import io.kakou.analysis.record.spool.RecordSettings;
import io.kakou.analysis.record.spool.StreamRecorder;
import io.kakou.analysis.store.HashLine;
import io.kakou.analysis.store.LocalS3;
import io.kakou.analysis.store.Shelf;
import io.kakou.models.Size;
import io.kakou.rtsp.AccessUnit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RecordedFootageTest {
    private static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");
    private static final int FRAMES_A_SECOND = 25;
    private static final int SECONDS = 60;

    @TempDir
    private static Path films;

    private static List<AccessUnit> camera = List.of();

    @TempDir
    private Path folder;

    private final MemoryShelf shelf = new MemoryShelf();

    @BeforeAll
    static void a_minute_of_a_camera_with_a_keyframe_each_second() throws Exception {
        Path film = Clips.film(films.resolve("film.mp4"), new Size(160, 90), SECONDS * FRAMES_A_SECOND);
        camera = Films.units(film, NOON).stream()
                .map(RecordedFootageTest::asOfACamera)
                .toList();
    }

    /** A camera's NAL units each have a start code of four bytes; a file's may have three. */
    private static AccessUnit asOfACamera(AccessUnit unit) {
        byte[] in = unit.bytes();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < in.length; i++) {
            boolean code = i + 2 < in.length && in[i] == 0 && in[i + 1] == 0 && in[i + 2] == 1;
            if (code && (i == 0 || in[i - 1] != 0)) {
                out.write(0);
            }
            out.write(in[i]);
        }
        return new AccessUnit(unit.codec(), unit.keyframe(), unit.seconds(), unit.at(), null, out.toByteArray());
    }

    @Test
    void what_a_camera_shows_is_kept_by_the_minute_in_a_real_store_and_comes_back_byte_for_byte() throws Exception {
        try (LocalS3 server = new LocalS3(Files.createDirectory(folder.resolve("s3")));
                var store = server.client()) {
            FootageIndex index = index(folder, store);
            try (FootageWriter writer = writer(folder, index, store);
                    StreamRecorder recorder = writer.recorder("cam-1")) {
                camera.forEach(recorder::accept);
            }
            Span span = index.span("cam-1", NOON, NOON.plusSeconds(SECONDS));
            assertThat(span.gaps()).isEmpty();
            assertThat(span.minutes()).hasSize(6).allSatisfy(minute -> {
                byte[] object = store.get(minute.key());
                assertThat(minute.sha256()).isEqualTo(HashLine.sha256(object));
                assertThat(minute.bytes()).isEqualTo(object.length);
                assertThat(minute.state()).isEqualTo(MinuteState.WHOLE);
                assertThat(minute.seconds()).isCloseTo(10, within(0.1));
                assertThat(minute.keyframes()).hasSize(10);
                assertThat(minute.codec()).startsWith("avc1.");
            });
            assertThat(span.minutes().get(0).key()).isEqualTo("footage/cam-1/2026-05-01/040000000-worker-1-7.mp4");
            List<TimedUnit> all = new KeptFootage(index, store).units("cam-1", NOON, NOON.plusSeconds(SECONDS));
            assertThat(all).hasSize(camera.size());
            for (int i = 0; i < all.size(); i++) {
                assertThat(all.get(i).unit().bytes()).isEqualTo(camera.get(i).bytes());
                assertThat(all.get(i).unit().keyframe()).isEqualTo(camera.get(i).keyframe());
                assertThat(all.get(i).seconds()).isCloseTo(camera.get(i).seconds(), within(0.001));
            }
        }
    }

    @Test
    void of_a_span_whole_gops_come_back() throws Exception {
        FootageIndex index = index(folder, shelf);
        try (FootageWriter writer = writer(folder, index, shelf);
                StreamRecorder recorder = writer.recorder("cam-1")) {
            camera.forEach(recorder::accept);
        }
        List<TimedUnit> units =
                new KeptFootage(index, shelf).units("cam-1", NOON.plusMillis(18_500), NOON.plusMillis(21_500));
        assertThat(units.get(0).unit().keyframe()).isTrue();
        assertThat(units.get(0).unit().at()).isEqualTo(NOON.plusSeconds(18));
        assertThat(units).hasSize(4 * FRAMES_A_SECOND);
        assertThat(new KeptFootage(index, shelf).units("cam-2", NOON, NOON.plusSeconds(9)))
                .isEmpty();
    }

    @Test
    void a_kill_leaves_a_minute_that_the_next_start_brings_and_marks_cut() throws Exception {
        shelf.goAway();
        FootageIndex index = index(folder, shelf);
        Path killed = folder.resolve("killed");
        try (FootageWriter writer = writer(folder, index, shelf);
                StreamRecorder recorder = writer.recorder("cam-1")) {
            show(recorder, 0, 15);
            until(() -> writer.spooledBytes() > bytes(0, 13));
            // What is on the disk at this moment is what a SIGKILL leaves.
            copy(folder.resolve("spool"), killed.resolve("spool"));
        }
        shelf.comeBack();
        FootageIndex found = index(killed, shelf);
        try (FootageWriter next = writer(killed, found, shelf);
                StreamRecorder recorder = next.recorder("cam-1")) {
            until(() -> next.counts().minutes() == 2);
            show(recorder, 30, 40);
        }
        Span span = found.span("cam-1", NOON, NOON.plusSeconds(SECONDS));
        assertThat(span.minutes())
                .extracting(Minute::state)
                .containsExactly(MinuteState.WHOLE, MinuteState.CUT, MinuteState.WHOLE);
        Minute cut = span.minutes().get(1);
        assertThat(cut.from()).isEqualTo(NOON.plusSeconds(10));
        assertThat(cut.seconds()).isBetween(2.0, 5.0);
        assertThat(span.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.why()).isEqualTo(Cause.NOT_RUNNING);
            assertThat(gap.from()).isEqualTo(cut.to());
            assertThat(gap.to()).isEqualTo(NOON.plusSeconds(30));
        });
        assertThat(new KeptFootage(found, shelf).units("cam-1", cut.from(), cut.to()))
                .hasSize((int) Math.round(cut.seconds() * FRAMES_A_SECOND));
        assertThat(killed.resolve("spool")).as("all of it is stored").isEmptyDirectory();
    }

    @Test
    void a_store_that_is_away_costs_nothing_up_to_the_spools_bound_and_then_gaps() throws Exception {
        shelf.goAway();
        FootageIndex index = index(folder, shelf);
        RecordSettings settings = settings().withSpool(bytes(0, 30));
        try (FootageWriter writer = new FootageWriter(
                settings, new FootageWriter.Stores(folder.resolve("spool"), index, shelf), "worker-1-7", clock())) {
            writer.start();
            try (StreamRecorder recorder = writer.recorder("cam-1")) {
                show(recorder, 0, 50);
                until(() -> writer.spooledBytes() > 0.9 * bytes(0, 30));
                shelf.comeBack();
                until(() -> writer.counts().minutes() >= 2);
                until(() -> writer.spooledBytes() < 0.5 * bytes(0, 30));
                show(recorder, 50, 60);
            }
        }
        Span span = index.span("cam-1", NOON, NOON.plusSeconds(SECONDS));
        double kept = span.minutes().stream().mapToDouble(Minute::seconds).sum();
        double missing = span.gaps().stream().mapToDouble(Gap::seconds).sum();
        assertThat(span.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.why()).isEqualTo(Cause.SPOOL_FULL);
            assertThat(gap.from()).isBetween(NOON.plusSeconds(20), NOON.plusSeconds(31));
            assertThat(gap.to()).isEqualTo(NOON.plusSeconds(50));
            assertThat(gap.bytes()).isCloseTo(bytes((int) Math.round(50 - gap.seconds()), 50), within(bytes(0, 2)));
        });
        assertThat(kept + missing)
                .as("every second is there or said to be missing")
                .isCloseTo(60, within(0.2));
    }

    @Test
    void a_camera_that_was_away_leaves_a_gap_that_says_so() throws Exception {
        FootageIndex index = index(folder, shelf);
        try (FootageWriter writer = writer(folder, index, shelf);
                StreamRecorder recorder = writer.recorder("cam-1")) {
            show(recorder, 0, 5);
            recorder.sessionBegins();
            show(recorder, 20, 25);
            show(recorder, 40, 45);
        }
        Span span = index.span("cam-1", NOON, NOON.plusSeconds(SECONDS));
        assertThat(span.minutes()).hasSize(3);
        assertThat(span.gaps()).extracting(Gap::why).containsExactly(Cause.CAMERA_AWAY, Cause.CAMERA_SILENT);
        assertThat(span.gaps().get(0).to()).isEqualTo(NOON.plusSeconds(20));
    }

    @Test
    void what_is_missing_within_a_minute_is_counted_and_a_short_absence_is_a_gap() throws Exception {
        FootageIndex index = index(folder, shelf);
        try (FootageWriter writer = writer(folder, index, shelf);
                StreamRecorder recorder = writer.recorder("cam-1")) {
            show(recorder, 0, 3);
            show(recorder, 4, 6);
            recorder.sessionBegins();
            show(recorder, 7, 9);
        }
        Span span = index.span("cam-1", NOON, NOON.plusSeconds(SECONDS));
        assertThat(span.minutes()).hasSize(2);
        assertThat(span.minutes().get(0).missing()).isCloseTo(1, within(0.01));
        assertThat(span.minutes().get(1).missing()).isZero();
        assertThat(span.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.why()).isEqualTo(Cause.CAMERA_AWAY);
            assertThat(gap.seconds()).isCloseTo(1, within(0.05));
        });
    }

    @Test
    void what_finds_no_room_in_memory_is_a_gap_up_to_the_next_keyframe() throws Exception {
        FootageIndex index = index(folder, shelf);
        RecordSettings little = new RecordSettings(10, 1, 16 << 20, 1 << 16, 1L << 30, 0, 2);
        FootageWriter writer = new FootageWriter(
                little, new FootageWriter.Stores(folder.resolve("spool"), index, shelf), "worker-1-7", clock());
        try (writer;
                StreamRecorder recorder = writer.recorder("cam-1")) {
            show(recorder, 0, 40);
            writer.start();
            until(() -> writer.spooledBytes() > 0);
            show(recorder, 40, 45);
        }
        Span span = index.span("cam-1", NOON, NOON.plusSeconds(SECONDS));
        assertThat(span.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.why()).isEqualTo(Cause.TOO_SLOW);
            assertThat(gap.to()).isEqualTo(NOON.plusSeconds(40));
        });
    }

    private static InstantSource clock() {
        return InstantSource.fixed(NOON.plusSeconds(SECONDS));
    }

    private static RecordSettings settings() {
        return new RecordSettings(10, 1, 16 << 20, 48 << 20, 1L << 30, 0, 2);
    }

    private static FootageIndex index(Path folder, Shelf shelf) {
        return new FootageIndex(new HourFiles(folder.resolve("index")), shelf, "worker-1");
    }

    private static FootageWriter writer(Path folder, FootageIndex index, Shelf shelf) {
        FootageWriter writer = new FootageWriter(
                settings(), new FootageWriter.Stores(folder.resolve("spool"), index, shelf), "worker-1-7", clock());
        writer.start();
        return writer;
    }

    private static void show(StreamRecorder recorder, int from, int to) {
        camera.subList(from * FRAMES_A_SECOND, to * FRAMES_A_SECOND).forEach(recorder::accept);
    }

    private static long bytes(int from, int to) {
        return camera.subList(from * FRAMES_A_SECOND, to * FRAMES_A_SECOND).stream()
                .mapToLong(unit -> unit.bytes().length)
                .sum();
    }

    private static void until(BooleanSupplier done) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int tried = 0; tried < 600; tried++) {
            if (done.getAsBoolean()) {
                return;
            }
            boolean unused = never.await(50, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("it did not come to be");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        List<Path> files = new ArrayList<>();
        try (Stream<Path> there = Files.list(from)) {
            files.addAll(there.toList());
        }
        for (Path file : files) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }
}
