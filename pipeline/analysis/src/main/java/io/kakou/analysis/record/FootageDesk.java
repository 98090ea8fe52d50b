package io.kakou.analysis.record;

import io.kakou.analysis.flow.Ending;
import io.kakou.analysis.record.index.FootageIndex;
import io.kakou.analysis.record.index.HourFiles;
import io.kakou.analysis.record.keep.Holds;
import io.kakou.analysis.record.keep.Keeper;
import io.kakou.analysis.record.play.Rendition;
import io.kakou.analysis.record.spool.FootageWriter;
import io.kakou.analysis.record.spool.StreamRecorder;
import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.store.StoreException;
import io.kakou.events.Camera;
import io.kakou.events.Recording;
import io.kakou.rtsp.Codec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
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

    private final FootageSettings settings;
    private final InstantSource clock;
    private final FootageIndex index;
    private final FootageWriter writer;
    private final KeptFootage footage;
    private final Holds holds;
    private final Keeper keeper;
    private final Shelf shelf;
    private final Rendition rendition;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread keeping = new Thread(this::keep, "record-keep");
    private Set<String> admitted = Set.of();
    private List<String> refused = List.of();

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
    }

    /**
     * Who records.
     *
     * @param folder its own
     */
    public record Worker(String name, long generation, Path folder) {}

    /** Opens: what a process before this one left in the spool goes to the store first. */
    public void start() {
        writer.start();
        keeping.start();
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
    }

    /** Why some cameras are not recorded all the time, in a line; null where all are. */
    public synchronized @Nullable String refusal() {
        return settings.capacity().refusal(admitted.size() + refused.size());
    }

    /** Takes a camera's pictures, to be closed; null where it is not recorded all the time. */
    public synchronized @Nullable StreamRecorder recorder(Camera camera) {
        return admitted.contains(camera.id()) ? writer.recorder(camera.id()) : null;
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
        writer.close();
        closing.countDown();
        if (keeping.isAlive()) {
            Ending.await(keeping);
            index.publish();
        }
    }
}
