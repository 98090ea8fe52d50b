package io.kakou.analysis.store;

import io.kakou.analysis.disk.WholeFile;
import io.kakou.analysis.flow.Ending;
import io.kakou.analysis.store.StoreException.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A shelf that is never away as long as this machine's disk has room: what the store does not take now waits in a folder,
 * bounded, and is brought by a thread when the store is back, after a restart too. What waits is read from there. Safe
 * for many threads.
 */
public final class Outbox implements Shelf, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final String FILE = ".obj";
    private static final long PAUSE_MILLIS = 1000;

    private final Shelf shelf;
    private final Path folder;
    private final long mostBytes;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread carrying = new Thread(this::carry, "store-outbox");
    /** The oldest first; of each key the newest object alone. */
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    private long bytes;
    private long number;

    /** An object in a file. */
    private record Waiting(Path file, String key, String contentType, long bytes) {}

    /**
     * An outbox that is not open.
     *
     * @param shelf where everything goes; not closed with this
     * @param folder this outbox's own
     * @param mostBytes that may wait
     */
    public Outbox(Shelf shelf, Path folder, long mostBytes) {
        this.shelf = shelf;
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.carrying.setDaemon(true);
    }

    /** Takes up what a process before this one left, and begins to bring it. */
    public void start() {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.getFileName().toString().matches("\\d{12}\\.obj"))
                        .sorted()
                        .forEach(this::takeUp);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what waits for the store in " + folder + " cannot be read", e);
        }
        carrying.start();
    }

    private synchronized void takeUp(Path file) {
        try {
            ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
            String key = text(in);
            String type = text(in);
            add(new Waiting(file, key, type, in.remaining()));
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} is not what was to be stored: {}", file, e.toString());
        }
        number = Math.max(number, Long.parseLong(file.getFileName().toString().substring(0, 12)));
    }

    /** What waits, in bytes. */
    public synchronized long waitingBytes() {
        return bytes;
    }

    /** Returns when the store has it, or this machine's disk. */
    @Override
    public void put(String key, byte[] object, String contentType) throws StoreException {
        if (waitingBytes() == 0) {
            try {
                shelf.put(key, object, contentType);
                return;
            } catch (StoreException e) {
                if (e.code() != Code.AWAY) {
                    throw e;
                }
                LOG.debug("{} waits on the disk: {}", key, e.getMessage());
            }
        }
        keep(key, object, contentType);
    }

    private synchronized void keep(String key, byte[] object, String contentType) throws StoreException {
        if (bytes + object.length > mostBytes) {
            throw new StoreException(
                    Code.AWAY, key + ": the store is away, and " + bytes + " bytes wait for it; allowed: " + mostBytes);
        }
        number++;
        Path file = folder.resolve(String.format(Locale.ROOT, "%012d%s", number, FILE));
        try {
            WholeFile.write(file, file(key, contentType, object));
        } catch (IOException e) {
            throw new StoreException(Code.AWAY, key + ": the store is away, and so is the disk: " + e.getMessage(), e);
        }
        add(new Waiting(file, key, contentType, object.length));
    }

    private void add(Waiting fresh) {
        drop(waiting.get(fresh.key()));
        waiting.put(fresh.key(), fresh);
        bytes += fresh.bytes();
    }

    private synchronized void drop(@Nullable Waiting old) {
        if (old == null) {
            return;
        }
        // One that was replaced while it was carried is not the one that waits now.
        if (waiting.remove(old.key(), old)) {
            bytes -= old.bytes();
        }
        try {
            Files.deleteIfExists(old.file());
        } catch (IOException e) {
            LOG.warn("{} stays behind: {}", old.file(), e.getMessage());
        }
    }

    private synchronized @Nullable Waiting oldest() {
        Iterator<Waiting> all = waiting.values().iterator();
        return all.hasNext() ? all.next() : null;
    }

    private synchronized @Nullable Waiting of(String key) {
        return waiting.get(key);
    }

    private void carry() {
        try {
            while (closing.getCount() > 0) {
                Waiting next = oldest();
                if (next == null || !brought(next)) {
                    boolean unused = closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("told to stop; the next start brings what waits");
        }
    }

    /** Whether it waits no longer. */
    private boolean brought(Waiting next) {
        try {
            shelf.put(next.key(), bytes(next), next.contentType());
        } catch (StoreException e) {
            if (e.code() == Code.AWAY) {
                return false;
            }
            LOG.error("{} is lost: {}", next.key(), e.getMessage());
        } catch (IOException e) {
            if (!next.equals(of(next.key()))) {
                return true;
            }
            LOG.error("{} is lost: {}", next.key(), e.getMessage());
        }
        drop(next);
        return true;
    }

    @Override
    public byte[] get(String key) throws StoreException {
        Waiting there = of(key);
        if (there == null) {
            return shelf.get(key);
        }
        try {
            return bytes(there);
        } catch (IOException e) {
            return shelf.get(key); // it has gone there meanwhile
        }
    }

    @Override
    public byte[] get(String key, long from, int length) throws StoreException {
        if (of(key) == null) {
            return shelf.get(key, from, length);
        }
        byte[] whole = get(key);
        int begin = (int) Math.min(whole.length, from);
        return Arrays.copyOfRange(whole, begin, Math.min(whole.length, begin + length));
    }

    @Override
    public List<Listed> listing(String prefix) throws StoreException {
        Map<String, Listed> all = new TreeMap<>();
        shelf.listing(prefix).forEach(each -> all.put(each.key(), each));
        synchronized (this) {
            waiting.values().stream()
                    .filter(each -> each.key().startsWith(prefix))
                    .forEach(each -> all.put(each.key(), new Listed(each.key(), each.bytes())));
        }
        return new ArrayList<>(all.values());
    }

    @Override
    public void delete(String key) throws StoreException {
        drop(of(key));
        shelf.delete(key);
    }

    private static byte[] file(String key, String contentType, byte[] object) {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        byte[] type = contentType.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + name.length + type.length + object.length)
                .putInt(name.length)
                .put(name)
                .putInt(type.length)
                .put(type)
                .put(object)
                .array();
    }

    private static String text(ByteBuffer in) {
        byte[] text = new byte[in.getInt()];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Waiting waiting) throws IOException {
        byte[] file = Files.readAllBytes(waiting.file());
        return Arrays.copyOfRange(file, (int) (file.length - waiting.bytes()), file.length);
    }

    /** Stops bringing; what waits is brought by the next start. */
    @Override
    public void close() {
        closing.countDown();
        carrying.interrupt();
        if (carrying.isAlive()) {
            Ending.await(carrying);
        }
    }
}
