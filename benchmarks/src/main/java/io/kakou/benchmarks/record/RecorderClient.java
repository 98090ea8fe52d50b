package io.kakou.benchmarks.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.analysis.decode.CodedFile;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.record.FootageDesk;
import io.kakou.analysis.record.FootageSettings;
import io.kakou.analysis.record.FootageStatus;
import io.kakou.analysis.record.keep.Capacity;
import io.kakou.analysis.record.keep.Retention;
import io.kakou.analysis.record.spool.RecordSettings;
import io.kakou.analysis.record.spool.StreamRecorder;
import io.kakou.analysis.store.HashLog;
import io.kakou.analysis.store.ObjectStore;
import io.kakou.analysis.store.StoreSettings;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.Recording;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.Codec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Records cameras that show one film over and over, each from another keyframe on, at its own pace. Answers each line
 * with what was recorded so far; {@code rest} ends the cameras.
 */
final class RecorderClient {
    /** As the bench asks it to let the cameras rest. */
    static final String REST = "rest";

    private static final int FRAMES_A_SECOND = 25;

    private final List<CodedFile.Unit> film;
    private final FootageDesk desk;
    private final List<StreamRecorder> recorders;
    private final CountDownLatch resting = new CountDownLatch(1);
    private final List<Integer> keyframes;

    /**
     * What is told.
     *
     * @param sentBytes by all cameras since the start
     */
    record Told(double sentBytes, double storedBytes, double lostSeconds, double spooledBytes) {}

    private final AtomicLong sent = new AtomicLong();

    private RecorderClient(List<CodedFile.Unit> film, FootageDesk desk, int cameras) {
        this.film = film;
        this.desk = desk;
        this.recorders = recorders(desk, cameras);
        this.keyframes = IntStream.range(0, film.size())
                .filter(at -> film.get(at).keyframe())
                .boxed()
                .toList();
    }

    /** Film, folder, endpoint, two keys, number of cameras, bound of the spool in bytes. */
    public static void main(String... words) throws Exception {
        Path folder = Path.of(words[1]);
        StoreSettings settings = StoreSettings.of(words[2], words[3], words[4]);
        try (HashLog hashes = new HashLog(folder.resolve("hashes"), InstantSource.system());
                ObjectStore store = new ObjectStore(settings, hashes);
                FootageDesk desk = desk(folder, store, Long.parseLong(words[6]))) {
            store.start();
            desk.start();
            RecorderClient client = new RecorderClient(units(Path.of(words[0])), desk, Integer.parseInt(words[5]));
            Thread feeding = new Thread(client::feed, "cameras");
            feeding.start();
            client.answer();
            feeding.join();
        }
    }

    private static FootageDesk desk(Path folder, ObjectStore store, long spool) {
        FootageSettings settings = new FootageSettings(
                RecordSettings.DEFAULT.withSpool(spool),
                new Retention(0, 30, null),
                new Capacity(100_000, 1, null, 30));
        FootageDesk.Worker worker = new FootageDesk.Worker("bench", 1, folder.resolve("footage"));
        return new FootageDesk(settings, store, worker, InstantSource.system());
    }

    private static List<StreamRecorder> recorders(FootageDesk desk, int number) {
        List<Camera> cameras =
                IntStream.range(0, number).mapToObj(RecorderClient::camera).toList();
        desk.want(cameras);
        return cameras.stream()
                .map(camera -> Objects.requireNonNull(desk.recorder(camera)))
                .toList();
    }

    private static Camera camera(int number) {
        String id = "cam-" + number;
        return new Camera(
                id,
                id,
                CameraKind.STREET,
                null,
                null,
                null,
                "rtsp://127.0.0.1:1/" + id,
                List.of(),
                List.of(),
                null,
                Recording.CONTINUOUS);
    }

    private static List<CodedFile.Unit> units(Path film) throws UnreadableVideo {
        List<CodedFile.Unit> units = new ArrayList<>();
        try (CodedFile file = CodedFile.open(film)) {
            for (CodedFile.Unit unit = file.next(); unit != null; unit = file.next()) {
                units.add(unit);
            }
        }
        return units;
    }

    private void feed() {
        long began = System.nanoTime();
        Instant at = Instant.now();
        try {
            for (long frame = 0; resting.getCount() > 0; frame++) {
                double seconds = frame / (double) FRAMES_A_SECOND;
                show(frame, seconds, at.plusNanos(Math.round(seconds * 1e9)));
                long wait = began + Math.round((frame + 1) * 1e9 / FRAMES_A_SECOND) - System.nanoTime();
                boolean unused = resting.await(Math.max(0, wait), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        recorders.forEach(StreamRecorder::close);
    }

    private void show(long frame, double seconds, Instant at) {
        long bytes = 0;
        for (int i = 0; i < recorders.size(); i++) {
            int first = keyframes.get(i % keyframes.size());
            CodedFile.Unit unit = film.get((int) ((first + frame) % film.size()));
            recorders.get(i).accept(new AccessUnit(Codec.H264, unit.keyframe(), seconds, at, null, unit.bytes()));
            bytes += unit.bytes().length;
        }
        sent.addAndGet(bytes);
    }

    private void answer() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(REST)) {
                resting.countDown();
            }
            FootageStatus status = desk.status();
            System.out.println(new ObjectMapper()
                    .writeValueAsString(new Told(
                            sent.get(), status.since().bytes(), status.since().lostSeconds(), status.spooledBytes())));
        }
        resting.countDown();
    }
}
