package io.kakou.analysis.record;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.kakou.analysis.flow.Ending;
import io.kakou.analysis.record.elsewhere.Elsewhere;
import io.kakou.analysis.record.elsewhere.Sessions;
import io.kakou.analysis.record.index.FootageIndex;
import io.kakou.analysis.record.index.HourFiles;
import io.kakou.analysis.record.keep.Holds;
import io.kakou.analysis.record.keep.Keeper;
import io.kakou.analysis.record.play.Rendition;
import io.kakou.analysis.record.spool.FootageWriter;
import io.kakou.analysis.record.spool.StreamRecorder;
import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.store.StoreException;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.Camera;
import io.kakou.events.Recording;
import io.kakou.rtsp.Codec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a worker's cameras hand in what is to be recorded, and where it is read again. Safe for many threads. */
public final class FootageDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FootageDesk.class);
    private static final long PASS_SECONDS = 300;
    /** As clips do. */
    private static final long BEFORE_SECONDS = 10;

    private static final long BEHIND_SECONDS = 60;

    private final FootageSettings settings;
    private final InstantSource clock;
    private final FootageIndex index;
    private final FootageWriter writer;
    private final KeptFootage footage;
    private final Holds holds;
    private final Keeper keeper;
    private final Shelf shelf;
    private final @Nullable Elsewhere elsewhere;
    private final Rendition rendition;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread keeping = new Thread(this::keep, "record-keep");
    private Set<String> admitted = Set.of();
    private List<String> refused = List.of();
    private Map<String, Camera> recordedElsewhere = Map.of();

    /**
     * A desk that is not open.
     *
     * @param shelf where footage goes; not closed with this
     * @param worker who records; {@code generation} sets its runs apart
     */
    public FootageDesk(FootageSettings settings, Shelf shelf, Worker worker, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.index = new FootageIndex(new HourFiles(worker.folder().resolve("index")), shelf, worker.name());
        this.writer = new FootageWriter(
                settings.writing(),
                new FootageWriter.Stores(worker.folder().resolve("spool"), index, shelf),
                worker.name() + '-' + worker.generation(),
                clock);
        this.footage = new KeptFootage(index, shelf);
        this.shelf = shelf;
        this.rendition = new Rendition(worker.folder().resolve("renditions"));
        this.holds = new Holds(shelf, clock);
        this.keeper = new Keeper(settings.retention(), new Keeper.Stores(index, shelf, holds), worker.folder());
        this.keeping.setDaemon(true);
        Sessions recorders = worker.recorders();
        this.elsewhere = recorders == null ? null : new Elsewhere(writer, index, recorders, clock);
    }

    /**
     * Who records.
     *
     * @param folder its own
     * @param recorders how the street's own recorders are reached, or null where none are
     */
    public record Worker(String name, long generation, Path folder, @Nullable Sessions recorders) {
        /** Of a street without recorders. */
        public Worker(String name, long generation, Path folder) {
            this(name, generation, folder, null);
        }
    }

    /** Opens: what a process before this one left in the spool goes to the store first. */
    public void start() {
        writer.start();
        keeping.start();
        if (elsewhere != null) {
            elsewhere.start();
        }
    }

    /** Takes what all cameras are; the first by their ids are recorded all the time, as many as can be. */
    public synchronized void want(Collection<Camera> cameras) {
        List<String> wanted = cameras.stream()
                .filter(camera -> camera.recording() == Recording.CONTINUOUS)
                .map(Camera::id)
                .sorted()
                .toList();
        int most = Math.min(wanted.size(), settings.capacity().most());
        admitted = new TreeSet<>(wanted.subList(0, most));
        refused = wanted.subList(most, wanted.size());
        recordedElsewhere = cameras.stream()
                .filter(camera -> camera.recording() == Recording.ELSEWHERE)
                .collect(toUnmodifiableMap(Camera::id, camera -> camera));
    }

    /** Has what led to an alert, and what followed it, fetched from the street's own recorder, where that keeps it. */
    public void raised(Alert alert) {
        Camera camera = ofElsewhere(alert.camera());
        if (camera != null && elsewhere != null && alert.phase() == AlertPhase.RAISED) {
            boolean taken = elsewhere.want(
                    camera,
                    alert.onset().minusSeconds(BEFORE_SECONDS),
                    alert.at().plusSeconds(BEHIND_SECONDS));
            if (!taken) {
                LOG.warn("the span of alert {} is not fetched: too many wait", alert.id());
            }
        }
    }

    /**
     * Has a span fetched from the street's own recorder; soon, and in real time.
     *
     * @throws IllegalArgumentException in one line, where that does not keep the camera, or it is no span
     */
    public void fetch(String id, Instant from, Instant to) {
        Camera camera = ofElsewhere(id);
        if (camera == null || elsewhere == null) {
            throw new IllegalArgumentException(
                    "camera " + id + " is not recorded elsewhere; allowed: one whose recording is ELSEWHERE");
        }
        if (!elsewhere.want(camera, from, to)) {
            throw new IllegalArgumentException("too many spans wait to be fetched; allowed: later");
        }
    }

    private synchronized @Nullable Camera ofElsewhere(String id) {
        return recordedElsewhere.get(id);
    }

    /** Why some cameras are not recorded all the time, in a line; null where all are. */
    public synchronized @Nullable String refusal() {
        return settings.capacity().refusal(admitted.size() + refused.size());
    }

    /** Takes a camera's pictures, to be closed; null where it is not recorded all the time. */
    public synchronized @Nullable StreamRecorder recorder(Camera camera) {
        return admitted.contains(camera.id()) ? writer.recorder(camera.id()) : null;
    }

    /** Whether a camera is recorded all the time. */
    public synchronized boolean isRecorded(String camera) {
        return admitted.contains(camera);
    }

    /** What is kept and what is missing. */
    public FootageIndex index() {
        return index;
    }

    /** What is kept, as pictures. */
    public StoredFootage footage() {
        return footage;
    }

    /**
     * A minute in H.264, whatever it was recorded in; takes some seconds.
     *
     * @param key as the index names it
     * @throws IOException where it cannot be coded, or others wait for theirs
     */
    public byte[] h264(String key, Codec codec) throws IOException, InterruptedException {
        return rendition.h264(key, codec, () -> read(key));
    }

    private byte[] read(String key) throws IOException {
        try {
            return shelf.get(key);
        } catch (StoreException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /**
     * What a worker's footage takes by its index, in bytes; without a desk.
     *
     * @param folder of the worker's footage
     */
    public static long used(Path folder) {
        return Keeper.used(new HourFiles(folder.resolve("index")), folder);
    }

    /** What must not be let go. */
    public Holds holds() {
        return holds;
    }

    public synchronized FootageStatus status() {
        return new FootageStatus(
                admitted.size(),
                settings.capacity().most(),
                refused,
                refusal(),
                writer.spooledBytes(),
                writer.counts(),
                keeper.keeping());
    }

    private void keep() {
        try {
            do {
                passOnce();
                index.publish();
            } while (!closing.await(PASS_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            LOG.debug("told to stop");
        }
    }

    private void passOnce() {
        try {
            keeper.pass(clock.instant());
        } catch (StoreException e) {
            LOG.warn("no footage is let go now: {}", e.getMessage());
        } catch (RuntimeException bug) {
            LOG.error("no footage is let go now", bug);
        }
    }

    /** Ends every minute and waits some seconds for the store; the next start brings what it did not take. */
    @Override
    public void close() {
        if (elsewhere != null) {
            elsewhere.close();
        }
        writer.close();
        closing.countDown();
        if (keeping.isAlive()) {
            Ending.await(keeping);
            index.publish();
        }
    }
}
