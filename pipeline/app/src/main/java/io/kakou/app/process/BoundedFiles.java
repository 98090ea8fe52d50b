package io.kakou.app.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that other processes append to for as long as they run, kept small: one that is over its bound is emptied, and its
 * end stays beside it as {@code .old}. Whoever writes it must have opened it for appending.
 */
public final class BoundedFiles implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BoundedFiles.class);
    private static final long LOOK_SECONDS = 10;

    private final List<Path> files;
    private final long mostBytes;
    private final ScheduledExecutorService looker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "bounded-files");
        thread.setDaemon(true);
        return thread;
    });

    /** @param mostBytes of each file; twice as much with its {@code .old}, and what is written within ten seconds */
    public BoundedFiles(List<Path> files, long mostBytes) {
        this.files = List.copyOf(files);
        this.mostBytes = mostBytes;
    }

    /** Looks now and from now on. */
    public void start() {
        var unused = looker.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    void look() {
        for (Path file : files) {
            try {
                if (Files.exists(file) && Files.size(file) > mostBytes) {
                    empty(file);
                }
            } catch (NoSuchFileException e) {
                LOG.debug("{} has gone", file);
            } catch (IOException e) {
                LOG.warn("{} grows: {}", file, e.toString());
            }
        }
    }

    private void empty(Path file) throws IOException {
        Path old = file.resolveSibling(file.getFileName() + ".old");
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileChannel to = FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            long begin = Math.max(0, from.size() - mostBytes);
            long copied = from.transferTo(begin, mostBytes, to);
            from.truncate(0);
            LOG.debug("{} bytes of {} are kept", copied, file);
        }
        Files.move(fresh, old, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        looker.shutdownNow();
        try {
            boolean unused = looker.awaitTermination(LOOK_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
