package io.kakou.analysis.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kakou.analysis.clip.Films;
import io.kakou.analysis.clip.MemoryShelf;
import io.kakou.analysis.clip.TimedUnit;
import io.kakou.analysis.decode.Clips;
import io.kakou.analysis.record.elsewhere.Sessions;
import io.kakou.analysis.record.index.Cause;
import io.kakou.analysis.record.index.Gap;
import io.kakou.analysis.record.index.Minute;
import io.kakou.analysis.record.index.Span;
import io.kakou.analysis.record.keep.Capacity;
import io.kakou.analysis.record.keep.Retention;
import io.kakou.analysis.record.spool.RecordSettings;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.Recording;
import io.kakou.models.Size;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.Codec;
import io.kakou.rtsp.RtspAddress;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.RtspSession;
import io.kakou.rtsp.SessionSettings;
import io.kakou.rtsp.serve.RecordedSource;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import io.kakou.rtsp.serve.StreamFormat;
import io.kakou.rtsp.serve.StreamReader;
import io.kakou.rtsp.serve.StreamSource;
import io.kakou.rtsp.serve.StreamUnit;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A street's recorder that speaks RTSP, and what is fetched from it. */
@Timeout(120)
class ElsewhereTest {
    private static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");
    private static final int FRAMES_A_SECOND = 25;
    private static final int SECONDS = 12;

    @TempDir
    private Path folder;

    private final MemoryShelf shelf = new MemoryShelf();
    private final RtspLoops loops = new RtspLoops(1, InstantSource.system());

    @SuppressWarnings("NullAway.Init") // before each test
    private RtspServer recorder;

    @SuppressWarnings("NullAway.Init") // before each test
    private FootageDesk desk;

    @BeforeEach
    void a_recorder_that_kept_twelve_seconds_with_a_keyframe_each() throws Exception {
        Path film = Clips.film(folder.resolve("film.mp4"), new Size(160, 90), SECONDS * FRAMES_A_SECOND);
        StreamSource kept = new Kept(Films.units(film, NOON));
        loops.start();
        recorder = new RtspServer(
                loops, ServerSettings.defaults(), Map.of("cam-1", new RecordedSource(kept, NOON), "live", kept));
        recorder.start();
        FootageSettings settings = new FootageSettings(
                RecordSettings.DEFAULT, new Retention(0, 3000, null), new Capacity(37, 1, null, 30));
        var worker = new FootageDesk.Worker("worker-1", 1, folder.resolve("footage"), sessions());
        desk = new FootageDesk(settings, shelf, worker, InstantSource.system());
        desk.start();
        desk.want(List.of(camera("cam-1", "cam-1"), camera("cam-2", null), camera("cam-3", "live")));
    }

    @AfterEach
    void close() {
        desk.close();
        recorder.close();
        loops.close();
    }

    @Test
    void a_span_is_fetched_from_the_keyframe_before_it_with_the_time_it_was_shown_at() throws Exception {
        desk.fetch("cam-1", NOON.plusMillis(3_500), NOON.plusSeconds(7));
        Span span = until("cam-1", found -> found.minutes().size() == 1);
        Minute minute = span.minutes().get(0);
        assertThat(minute.from()).isEqualTo(NOON.plusSeconds(3));
        assertThat(minute.seconds()).isCloseTo(4, within(0.1));
        assertThat(span.gaps()).isEmpty();
        List<TimedUnit> units = desk.footage().units("cam-1", NOON, NOON.plusSeconds(SECONDS));
        assertThat(units).hasSize(4 * FRAMES_A_SECOND);
    }

    @Test
    void what_it_does_not_have_is_a_gap() throws Exception {
        desk.fetch("cam-1", NOON.plusSeconds(9), NOON.plusSeconds(20));
        Span span = until(
                "cam-1", found -> !found.gaps().isEmpty() && !found.minutes().isEmpty());
        Gap gap = span.gaps().get(0);
        assertThat(gap.why()).isEqualTo(Cause.NOT_ELSEWHERE);
        assertThat(gap.from()).isBetween(NOON.plusMillis(11_500), NOON.plusSeconds(SECONDS));
        assertThat(gap.to()).isEqualTo(NOON.plusSeconds(20));
    }

    @Test
    void a_span_that_nobody_kept_and_a_camera_without_a_recorder_are_gaps() throws Exception {
        desk.fetch("cam-1", NOON.plusSeconds(100), NOON.plusSeconds(120));
        desk.fetch("cam-2", NOON, NOON.plusSeconds(5));
        desk.fetch("cam-3", NOON, NOON.plusSeconds(5));
        assertThat(until("cam-1", found -> !found.gaps().isEmpty()).gaps()).hasSize(1);
        assertThat(until("cam-2", found -> !found.gaps().isEmpty()).gaps()).hasSize(1);
        assertThat(until("cam-3", found -> !found.gaps().isEmpty()).minutes())
                .as("what is live is no past")
                .isEmpty();
    }

    @Test
    void only_a_camera_that_is_recorded_elsewhere_is_fetched() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.fetch("cam-9", NOON, NOON.plusSeconds(5)))
                .withMessageContaining("allowed: one whose recording is ELSEWHERE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.fetch("cam-1", NOON, NOON.plusSeconds(50_000)))
                .withMessageContaining("by up to 2 hours");
    }

    private Sessions sessions() {
        return (camera, range, listener) -> {
            String url = camera.recorderStream();
            if (url == null) {
                throw new IllegalArgumentException("it names no recorder");
            }
            SessionSettings settings = SessionSettings.defaults().withRange(range);
            return new RtspSession(loops, RtspAddress.of(camera.id(), url), settings, listener);
        };
    }

    private Camera camera(String id, @Nullable String path) {
        return new Camera(
                id,
                id,
                CameraKind.STREET,
                null,
                null,
                null,
                "rtsp://127.0.0.1:1/x",
                List.of(),
                List.of(),
                null,
                Recording.ELSEWHERE,
                path == null ? null : recorder.url(path),
                null);
    }

    private Span until(String camera, Predicate<Span> done) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int tried = 0; tried < 800; tried++) {
            Span span = desk.index().span(camera, NOON.minusSeconds(60), NOON.plusSeconds(300));
            if (done.test(span)) {
                return span;
            }
            boolean unused = never.await(100, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError(
                camera + " has only " + desk.index().span(camera, NOON.minusSeconds(60), NOON.plusSeconds(300)));
    }

    /** Pictures in memory as a source. */
    private record Kept(List<AccessUnit> units) implements StreamSource {
        @Override
        public StreamFormat format() {
            return StreamFormat.of(Codec.H264, units.get(0).bytes());
        }

        @Override
        public StreamReader open() {
            Iterator<AccessUnit> left = units.iterator();
            return new StreamReader() {
                @Override
                public @Nullable StreamUnit next() {
                    if (!left.hasNext()) {
                        return null;
                    }
                    AccessUnit unit = left.next();
                    return new StreamUnit(unit.seconds(), unit.keyframe(), unit.bytes());
                }

                @Override
                public void close() {}
            };
        }
    }
}
