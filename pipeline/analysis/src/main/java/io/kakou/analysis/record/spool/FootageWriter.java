package io.kakou.analysis.record.spool;

import io.kakou.analysis.flow.Backlog;
import io.kakou.analysis.flow.Ending;
import io.kakou.analysis.record.index.FootageIndex;
import io.kakou.analysis.record.index.Gap;
import io.kakou.analysis.record.index.Hour;
import io.kakou.analysis.record.index.IndexLine;
import io.kakou.analysis.record.index.Minute;
import io.kakou.analysis.record.spool.StreamRecorder.Arrival;
import io.kakou.analysis.record.spool.StreamRecorder.Whose;
import io.kakou.analysis.store.Shelf;
import io.kakou.rtsp.AccessUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records all cameras of a worker. One thread brings what comes to the disk, another tells the disk once a second to
 * have it for good, a few bring whole minutes to the store.
 */
public final class FootageWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FootageWriter.class);
    private static final int MOST_WAITING = 1 << 16;
    private static final double TICK_SECONDS = 0.5;
    private static final long FORCE_MILLIS = 1000;
    /** How far back the end of what is known of a camera is looked for. */
    private static final int LOOKED_BACK_HOURS = 48;

    private final RecordSettings settings;
    private final FootageIndex index;
    private final String owner;
    private final InstantSource clock;
    private final Spool spool;
    private final Tally tally = new Tally();
    private final Uploads uploads;
    private final Backlog<Arrival> backlog;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread writing = thread(this::write, "record-writer");
    private final Thread forcing = thread(this::force, "record-sync");
    private final AtomicLong pasts = new AtomicLong();
    private final Map<String, CameraTrack> tracks = new HashMap<>();
    /** Until when something is known of cameras of which minutes were left in the spool. */
    private final Map<String, Instant> left = new HashMap<>();

    /**
     * A writer that does not run.
     *
     * @param owner worker and generation, as they stand in the objects' names
     */
    public FootageWriter(RecordSettings settings, Stores stores, String owner, InstantSource clock) {
        this.settings = settings;
        this.index = stores.index();
        this.owner = owner;
        this.clock = clock;
        this.spool = new Spool(stores.folder(), settings);
        this.backlog = new Backlog<>(MOST_WAITING, settings.backlogBytes());
        this.uploads = new Uploads(stores, spool, settings.uploaders(), tally);
    }

    /**
     * Where everything goes.
     *
     * @param folder of the spool; this worker's own
     * @param shelf where minutes go; not closed with the writer
     */
    public record Stores(Path folder, FootageIndex index, Shelf shelf) {}

    /** Opens the spool; what a process before this one left in it goes to the store first. */
    public void start() {
        try {
            for (SpooledMinute minute : spool.start()) {
                left.merge(minute.head().camera(), endOf(minute), (a, b) -> a.isAfter(b) ? a : b);
                uploads.minute(minute);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the spool of footage cannot be read: " + e.getMessage(), e);
        }
        uploads.start();
        writing.start();
        forcing.start();
    }

    /** Takes a camera's pictures. To be closed. */
    public StreamRecorder recorder(String camera) {
        return new StreamRecorder(new Whose(camera, camera), this);
    }

    /** Takes what a camera showed before, beside what it shows now. To be closed. */
    public StreamRecorder past(String camera) {
        return new StreamRecorder(new Whose(camera, camera + "/past-" + pasts.incrementAndGet()), this);
    }

    public Tally.Counts counts() {
        return tally.counts();
    }

    /** What waits on the disk, in bytes. */
    public long spooledBytes() {
        return spool.bytes();
    }

    boolean offer(Arrival arrival) {
        AccessUnit unit = arrival.unit();
        return backlog.offer(arrival, unit == null ? 0 : unit.bytes().length);
    }

    private void write() {
        try {
            Instant ticked = clock.instant();
            while (!backlog.isDone()) {
                Arrival next = backlog.take(TICK_SECONDS);
                if (next != null) {
                    take(next);
                }
                Instant now = clock.instant();
                if (ChronoUnit.MILLIS.between(ticked, now) >= TICK_SECONDS * 1000) {
                    tracks.values().forEach(track -> track.tick(now));
                    ticked = now;
                }
            }
        } catch (InterruptedException e) {
            LOG.warn("recording was stopped with pictures on their way");
        } finally {
            tracks.values().forEach(CameraTrack::end);
        }
    }

    private void take(Arrival arrival) {
        Whose whose = arrival.whose();
        CameraTrack track = tracks.computeIfAbsent(whose.track(), id -> track(whose));
        try {
            track.accept(arrival, clock.instant());
        } catch (RuntimeException bug) {
            LOG.error("footage of {}: a picture was not recorded", whose.camera(), bug);
        }
        if (whose.isPast() && arrival.unit() == null) {
            tracks.remove(whose.track());
        }
    }

    private CameraTrack track(Whose whose) {
        String camera = whose.camera();
        var shared = new CameraTrack.Shared(spool, settings, uploads);
        if (whose.isPast()) {
            return new CameraTrack(camera, owner, shared, null);
        }
        Instant known = left.get(camera);
        return new CameraTrack(camera, owner, shared, known == null ? lastKnown(camera) : known);
    }

    private @Nullable Instant lastKnown(String camera) {
        Hour hour = Hour.of(camera, clock.instant());
        for (int back = 0; back < LOOKED_BACK_HOURS; back++) {
            Instant last = index.files().read(hour).stream()
                    .map(FootageWriter::endOf)
                    .max(Instant::compareTo)
                    .orElse(null);
            if (last != null) {
                return last;
            }
            hour = Hour.of(camera, hour.from().minusSeconds(1));
        }
        return null;
    }

    private static Instant endOf(IndexLine line) {
        Minute minute = line.minute();
        Gap gap = line.gap();
        return minute != null ? minute.to() : gap != null ? gap.to() : Instant.EPOCH;
    }

    private static Instant endOf(SpooledMinute minute) {
        double seconds = minute.pieces().stream()
                .mapToDouble(piece -> piece.entry().at() + piece.entry().seconds())
                .max()
                .orElse(0);
        return minute.from().plusNanos(Math.round(seconds * 1e9));
    }

    private void force() {
        try {
            while (!closing.await(FORCE_MILLIS, TimeUnit.MILLISECONDS)) {
                forceOnce();
            }
        } catch (InterruptedException e) {
            LOG.debug("told to stop");
        }
    }

    private void forceOnce() {
        try {
            spool.force();
        } catch (IOException e) {
            LOG.warn("the disk does not keep the spool: {}", e.getMessage());
        }
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Ends every minute, and waits some seconds for the store; what it does not take then, the next start brings. */
    @Override
    public void close() {
        backlog.close();
        if (writing.isAlive()) {
            Ending.await(writing);
        }
        closing.countDown();
        uploads.close();
        if (forcing.isAlive()) {
            Ending.await(forcing);
        }
        forceOnce();
        closeSpool();
    }

    private void closeSpool() {
        try {
            spool.close();
        } catch (IOException e) {
            LOG.warn("the spool is not closed cleanly: {}", e.getMessage());
        }
    }
}
