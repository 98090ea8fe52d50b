package io.kakou.analysis.clip;

import io.kakou.analysis.flow.Backlog;
import io.kakou.analysis.store.Porters;
import io.kakou.analysis.store.Shelf;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings clips into the store, on threads of its own, so that nobody else waits for it. A camera's work is done in
 * order, by one thread.
 */
public final class ClipStorage implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClipStorage.class);
    private static final int THREADS = 2;
    /** Work that may wait for one thread: parts are few, so this is only reached when nothing moves. */
    private static final int MOST_WAITING = 4096;

    private static final double TICK_SECONDS = 0.5;
    private static final long LONGEST_CLOSE_MILLIS = 15_000;

    private final ClipSettings settings;
    private final InstantSource clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Shelf shelf;
    private final Porters porters;
    private final OpenClips open;
    /** First those of clips, then as many for what is stored beside clips and need not wait for them. */
    private final List<Lane> lanes = new ArrayList<>();

    private final List<ClipRecorder> recorders = new CopyOnWriteArrayList<>();

    /** One thread and what waits for it. */
    private final class Lane {
        private final Backlog<Runnable> backlog = new Backlog<>(MOST_WAITING, settings.backlogBytes() / (2 * THREADS));
        private final Thread thread;
        private final int number;

        Lane(int number) {
            this.number = number;
            this.thread = new Thread(this::run, "clip:" + number);
            this.thread.setDaemon(true);
        }

        private void run() {
            try {
                while (!backlog.isDone()) {
                    Runnable job = backlog.take(TICK_SECONDS);
                    if (job != null) {
                        done(job);
                    }
                    tick(clock.instant());
                }
            } catch (InterruptedException e) {
                LOG.warn("{} was stopped with work left; clips that are open will be marked cut", thread.getName());
            }
        }

        private void done(Runnable job) {
            try {
                job.run();
            } catch (RuntimeException bug) {
                LOG.error("{}: a clip is not whole", thread.getName(), bug);
            }
        }

        private void tick(Instant now) {
            if (number == 0) {
                recorders.forEach(recorder -> recorder.endOverdue(now));
            }
        }
    }

    /**
     * Storage that does not run.
     *
     * @param shelf where clips go; not closed with this
     * @param folder keeps which clips are open; this process's own
     * @param clock tells when a clip of a camera that fell silent is over
     */
    public ClipStorage(Shelf shelf, ClipSettings settings, Path folder, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.shelf = new PatientShelf(shelf, settings.patienceSeconds(), closing);
        this.porters = new Porters(this.shelf);
        this.open = new OpenClips(folder.resolve("open-clips"));
        for (int i = 0; i < 2 * THREADS; i++) {
            lanes.add(new Lane(i));
        }
    }

    /** Marks the clips that a process before this one left open as cut, and begins to store. */
    public void start() throws IOException {
        CutClips cut = new CutClips(shelf, open);
        for (Manifest left : open.left()) {
            boolean taken = lanes.get(0).backlog.offer(() -> cut.mark(left), 0);
            if (!taken) {
                LOG.warn("clip {} stays open until the next start: too many are left", left.alert());
            }
        }
        lanes.forEach(lane -> lane.thread.start());
    }

    public ClipSettings settings() {
        return settings;
    }

    void add(ClipRecorder recorder) {
        recorders.add(recorder);
    }

    void remove(ClipRecorder recorder) {
        recorders.remove(recorder);
    }

    /** What brings objects into the store and waits for it; for jobs. */
    public Porters porters() {
        return porters;
    }

    ClipFile file(Manifest manifest) {
        return new ClipFile(porters, open, manifest);
    }

    /** Work for a camera's clips, behind what waits for it already; false where there is no room. Never waits. */
    boolean offer(String camera, Runnable job, long bytes) {
        return lanes.get(lane(camera)).backlog.offer(job, bytes);
    }

    /** Work for a camera that need not wait for its clips; false where there is no room. Never waits. */
    public boolean offerBeside(String camera, Runnable job, long bytes) {
        return lanes.get(THREADS + lane(camera)).backlog.offer(job, bytes);
    }

    private static int lane(String camera) {
        return Math.floorMod(camera.hashCode(), THREADS);
    }

    /** Takes no more work, ends the clips that are open as cut, and waits for what is under way, 15 s at most. */
    @Override
    public void close() {
        recorders.forEach(ClipRecorder::close);
        closing.countDown();
        lanes.forEach(lane -> lane.backlog.close());
        lanes.forEach(lane -> end(lane.thread));
        porters.close();
    }

    private static void end(Thread thread) {
        try {
            thread.join(LONGEST_CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
