package io.kakou.analysis.journal;

import io.kakou.analysis.flow.Ending;
import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.store.StoreException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings pages that are finished from the disk to the store, and takes old ones out of it; on a thread of its own. */
final class PageUpload implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PageUpload.class);
    private static final long STEP_MILLIS = 2000;
    /** Going through the folders of a street takes a while: no more than so many hundredths of the time. */
    private static final int RESTS = 99;

    private final Shelf shelf;
    private final Path folder;
    private final LookJournal.Tuning tuning;
    private final Predicate<Path> isOpen;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicLong lost = new AtomicLong();
    /** By camera, the day it was last looked for old pages. */
    private final Map<String, LocalDate> tidied = new HashMap<>();

    private final Thread thread = new Thread(this::run, "looks:store");

    PageUpload(Shelf shelf, Path folder, LookJournal.Tuning tuning, Predicate<Path> isOpen) {
        this.shelf = shelf;
        this.folder = folder;
        this.tuning = tuning;
        this.isOpen = isOpen;
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    long lost() {
        return lost.get();
    }

    private void run() {
        try {
            long took;
            do {
                long began = System.nanoTime();
                step();
                took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            } while (!closing.await(Math.max(STEP_MILLIS, RESTS * took), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.debug("the pages that wait go to the store at the next start");
        } catch (RuntimeException bug) {
            LOG.error("pages of the look log stay on the disk", bug);
        }
    }

    private void step() {
        try {
            List<Path> waiting = finished();
            try {
                storeAll(waiting);
            } catch (StoreException | IOException e) {
                LOG.debug("pages of the look log wait: {}", e.getMessage());
                letGo(waiting);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("pages in {} cannot be counted: {}", folder, e.toString());
        }
    }

    private void storeAll(List<Path> pages) throws StoreException, IOException {
        for (Path page : pages) {
            if (closing.getCount() == 0) {
                return;
            }
            store(page);
        }
    }

    private void store(Path page) throws StoreException, IOException {
        Path name = folder.relativize(page);
        String camera = name.getName(0).toString();
        String key = PageName.prefix(camera) + name.getName(1) + '/' + name.getName(2) + ".gz";
        shelf.put(key, packed(page), "application/gzip");
        Files.delete(page);
        tidy(camera);
    }

    private static byte[] packed(Path page) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            Files.copy(page, gzip);
        }
        return out.toByteArray();
    }

    /** Once a day and camera. */
    private void tidy(String camera) throws StoreException {
        LocalDate today = LocalDate.ofInstant(tuning.clock().instant(), ZoneOffset.UTC);
        if (today.equals(tidied.put(camera, today))) {
            return;
        }
        String prefix = PageName.prefix(camera);
        String oldest = today.minusDays(tuning.settings().days()).toString();
        for (String key : shelf.list(prefix)) {
            if (key.substring(prefix.length()).compareTo(oldest) < 0) {
                shelf.delete(key);
            }
        }
    }

    /**
     * A store that is away for long must not fill the disk.
     *
     * @param waiting the oldest first; some may have been stored
     */
    private void letGo(List<Path> waiting) throws IOException {
        List<Path> left = waiting.stream().filter(Files::exists).toList();
        long bytes = 0;
        for (Path page : left) {
            bytes += Files.size(page);
        }
        for (Path page : left) {
            if (bytes <= tuning.settings().mostDiskBytes()) {
                return;
            }
            bytes -= Files.size(page);
            Files.delete(page);
            lost.incrementAndGet();
            LOG.warn(
                    "the look log loses {}: the store is away and {} MiB are full",
                    page,
                    tuning.settings().mostDiskBytes() >> 20);
        }
    }

    /** Oldest first, over all cameras. */
    private List<Path> finished() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".log") && !isOpen.test(file))
                    .sorted(Comparator.comparing(PageUpload::inTime))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static String inTime(Path page) {
        return page.getName(page.getNameCount() - 2) + "/" + page.getFileName();
    }

    /** Ends after the page it is at. */
    @Override
    public void close() {
        closing.countDown();
        Ending.await(thread);
    }
}
