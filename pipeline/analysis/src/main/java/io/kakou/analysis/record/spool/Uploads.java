package io.kakou.analysis.record.spool;

import io.kakou.analysis.flow.Backlog;
import io.kakou.analysis.record.index.Cause;
import io.kakou.analysis.record.index.FootageIndex;
import io.kakou.analysis.record.index.Gap;
import io.kakou.analysis.record.index.Hour;
import io.kakou.analysis.record.index.IndexLine;
import io.kakou.analysis.record.index.Minute;
import io.kakou.analysis.record.spool.FootageWriter.Stores;
import io.kakou.analysis.record.spool.SpooledMinute.Assembled;
import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.store.StoreException;
import io.kakou.analysis.store.StoreException.Code;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings minutes to the store, and minutes and gaps to the index, on a few threads that wait for both. */
final class Uploads implements CameraTrack.Sink, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final int MOST_WAITING = 1 << 17;
    private static final double POLL_SECONDS = 0.5;
    private static final long PAUSE_MILLIS = 1000;
    private static final long LONGEST_CLOSE_MILLIS = 10_000;

    private final FootageIndex index;
    private final Shelf shelf;
    private final Spool spool;
    private final Tally tally;
    private final Backlog<Job> backlog = new Backlog<>(MOST_WAITING, Long.MAX_VALUE);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    /** What is tried again until it is done. */
    private interface Job {
        void run() throws IOException, StoreException;
    }

    Uploads(Stores stores, Spool spool, int uploaders, Tally tally) {
        this.index = stores.index();
        this.shelf = stores.shelf();
        this.spool = spool;
        this.tally = tally;
        for (int i = 0; i < uploaders; i++) {
            Thread thread = new Thread(this::run, "record-upload:" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    @Override
    public void minute(SpooledMinute minute) {
        if (!backlog.offer(() -> store(minute), 0)) {
            LOG.warn(
                    "footage of {} waits in the spool for the next start",
                    minute.head().camera());
        }
    }

    @Override
    public void gap(String camera, Gap gap) {
        tally.gap(gap);
        if (!backlog.offer(() -> index.add(camera, IndexLine.of(gap)), 0)) {
            LOG.warn("a gap of {} from {} to {} is not in the index", camera, gap.from(), gap.to());
        }
    }

    private void store(SpooledMinute spooled) throws IOException, StoreException {
        String camera = spooled.head().camera();
        if (!isIndexed(spooled)) {
            Assembled assembled = spooled.assemble();
            Minute minute = assembled.minute();
            if (isPut(assembled)) {
                index.add(camera, List.of(IndexLine.of(minute)));
                tally.stored(minute);
            } else {
                lose(camera, minute);
            }
        }
        spool.release(spooled);
    }

    /** Who is away is waited for; who refuses is not asked again, nor is what cannot be played brought to anyone. */
    private boolean isPut(Assembled assembled) throws StoreException {
        Minute minute = assembled.minute();
        if (minute.keyframes().isEmpty()) {
            return false;
        }
        try {
            shelf.put(minute.key(), assembled.bytes(), "video/mp4");
            return true;
        } catch (StoreException e) {
            if (e.code() == Code.AWAY) {
                throw e;
            }
            LOG.warn("footage is lost: {}", e.getMessage());
            return false;
        }
    }

    private void lose(String camera, Minute minute) throws IOException {
        Cause why = minute.keyframes().isEmpty() ? Cause.DISK : Cause.STORE_REFUSES;
        Gap gap = new Gap(minute.from(), minute.to(), minute.bytes(), why);
        tally.gap(gap);
        index.add(camera, IndexLine.of(gap));
    }

    /** A process before this one may have stored it and not lived to let it go. */
    private boolean isIndexed(SpooledMinute spooled) {
        Hour hour = Hour.of(spooled.head().camera(), spooled.from());
        return index.files().read(hour).stream().anyMatch(line -> {
            Minute minute = line.minute();
            return minute != null && minute.key().equals(spooled.head().key());
        });
    }

    private void run() {
        try {
            while (!backlog.isDone() && closing.getCount() > 0) {
                Job next = backlog.take(POLL_SECONDS);
                if (next != null) {
                    finish(next);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug(
                    "{} was told to stop; the next start brings what is left",
                    Thread.currentThread().getName());
        }
    }

    private void finish(Job job) throws InterruptedException {
        boolean warned = false;
        while (true) {
            try {
                job.run();
                return;
            } catch (IOException | StoreException e) {
                if (!warned) {
                    LOG.warn("footage waits on the disk: {}", e.getMessage());
                    warned = true;
                }
            } catch (RuntimeException bug) {
                LOG.error("a minute of footage stays in the spool until the next start", bug);
                return;
            }
            if (closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    /** Waits for what is under way, {@value #LONGEST_CLOSE_MILLIS} ms at most; the rest is left to the next start. */
    @Override
    public void close() {
        backlog.close();
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_CLOSE_MILLIS);
        for (Thread thread : threads) {
            end(thread, Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
        }
    }

    private void end(Thread thread, long millis) {
        try {
            thread.join(millis);
            closing.countDown();
            thread.interrupt();
            thread.join(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            closing.countDown();
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
