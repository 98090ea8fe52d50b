package io.kakou.analysis.journal;

import io.kakou.analysis.evidence.Circumstances;
import io.kakou.analysis.flow.Backlog;
import io.kakou.analysis.flow.Ending;
import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.watch.Eyes;
import io.kakou.analysis.watch.Judged;
import io.kakou.events.Camera;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every look of a worker's cameras: on the disk by one thread, from there to the store by another. Who looks never
 * waits; what does not fit is let go, counted, and said in the page.
 */
public final class LookJournal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LookJournal.class);
    private static final double TICK_SECONDS = 1;
    /** After an hour is over looks of it may still come: a camera's clock is a slow filter's. */
    private static final Duration LATE = Duration.ofMinutes(2);

    private final String worker;
    private final Path folder;
    private final JournalSettings settings;
    private final InstantSource clock;
    private final Backlog<Entry> waiting;
    private final Map<String, Page> pages = new HashMap<>();
    /** Files that are written to; the others go to the store. */
    private final Set<Path> open = ConcurrentHashMap.newKeySet();

    private final AtomicLong lost = new AtomicLong();
    /** How many of those the log was told of. */
    private long said;

    private final PageUpload upload;
    private final Thread thread = new Thread(this::run, "looks");

    /**
     * A look on its way to its page.
     *
     * @param faces what looked at faces
     * @param lost looks of the camera that were let go before it
     */
    record Entry(Door door, Judged judged, String faces, long lost) {
        /** What looked at the picture, and at faces in it. */
        String with() {
            return judged.eyes().model() + ' ' + faces;
        }
    }

    /**
     * A journal that does not run.
     *
     * @param worker whose cameras these are; in the pages' names, so that two workers never write one
     * @param shelf where pages go; not closed with this
     * @param folder where they wait; this worker's own
     */
    public LookJournal(String worker, Shelf shelf, Path folder, Tuning tuning) {
        this.worker = worker;
        this.folder = folder;
        this.settings = tuning.settings();
        this.clock = tuning.clock();
        this.waiting = new Backlog<>(settings.mostWaiting(), Long.MAX_VALUE);
        this.upload = new PageUpload(shelf, folder, tuning, open::contains);
        this.thread.setDaemon(true);
    }

    /** How, and by which clock. */
    public record Tuning(JournalSettings settings, InstantSource clock) {}

    /** Begins; pages that a process before this one left go to the store first. */
    public void start() {
        upload.start();
        thread.start();
    }

    /**
     * A camera's own door.
     *
     * @param faces identity of what looks at faces now; asked at every look, for it may come to be only after a while
     * @param circumstances asked where a page begins, and where something else looks from there on
     */
    public Consumer<Judged> camera(Camera camera, Supplier<String> faces, Function<Eyes, Circumstances> circumstances) {
        return new Door(camera, faces, circumstances);
    }

    /** Looks that were not kept so far, of all cameras, because too many waited. */
    public long lost() {
        return lost.get();
    }

    /** Pages that were let go so far, because the store was away for too long. */
    public long lostPages() {
        return upload.lost();
    }

    /** One camera's. Its thread alone calls it. */
    final class Door implements Consumer<Judged> {
        private final Camera camera;
        private final Supplier<String> faces;
        private final Function<Eyes, Circumstances> circumstances;
        private long lostHere;

        Door(Camera camera, Supplier<String> faces, Function<Eyes, Circumstances> circumstances) {
            this.camera = camera;
            this.faces = faces;
            this.circumstances = circumstances;
        }

        @Override
        public void accept(Judged judged) {
            if (waiting.offer(new Entry(this, judged, faces.get(), lostHere), 1)) {
                lostHere = 0;
            } else {
                lostHere++;
                lost.incrementAndGet();
            }
        }

        /** On the journal's thread. */
        Begun begun(Eyes eyes) {
            return new Begun(camera, circumstances.apply(eyes));
        }
    }

    private void run() {
        Instant swept = clock.instant();
        try {
            while (!waiting.isDone()) {
                Entry entry = waiting.take(TICK_SECONDS);
                Instant now = clock.instant();
                if (entry != null) {
                    write(entry, now);
                }
                if (Duration.between(swept, now).toMillis() >= TICK_SECONDS * 1e3) {
                    swept = now;
                    sweep(now);
                }
            }
        } catch (InterruptedException e) {
            LOG.warn("looks that still waited are not kept");
        } catch (RuntimeException bug) {
            LOG.error("looks are not kept any more", bug);
        } finally {
            pages.values().forEach(this::end);
            pages.clear();
        }
    }

    private void write(Entry entry, Instant now) {
        String camera = entry.door().camera.id();
        Instant at = entry.judged().dated().at();
        Page page = pages.get(camera);
        if (page == null || !page.hour().equals(Page.hourOf(at))) {
            if (page != null) {
                end(page);
            }
            Path file = folder.resolve(camera).resolve(PageName.of(at, worker));
            page = new Page(file, at, page == null ? null : page.last());
            pages.put(camera, page);
            open.add(page.file());
        }
        page.bufferedAt(now);
        page.add(entry, settings.snapshotSeconds());
        if (page.isDue(now, settings.flushSeconds())) {
            flush(page);
        }
    }

    /** What waits for long, and the pages of hours that are over. */
    private void sweep(Instant now) {
        long all = lost.get();
        if (all > said) {
            LOG.warn("{} looks found no room on their way to the disk and are not kept", all - said);
            said = all;
        }
        pages.values().removeIf(page -> {
            boolean over = page.hour().plus(Duration.ofHours(1)).plus(LATE).isBefore(now);
            if (over) {
                end(page);
            } else if (page.isDue(now, settings.flushSeconds())) {
                flush(page);
            }
            return over;
        });
    }

    private void end(Page page) {
        flush(page);
        open.remove(page.file());
    }

    private void flush(Page page) {
        try {
            page.flush();
        } catch (IOException e) {
            LOG.warn("looks are lost to {}: {}", page.file(), e.toString());
        }
    }

    /** Brings what waits onto the disk; what is not in the store yet goes there at the next start. */
    @Override
    public void close() {
        waiting.close();
        Ending.await(thread);
        upload.close();
    }
}
