package io.kakou.analysis.record.spool;

import io.kakou.events.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The disk between the network and the store: one log in files, appended by one thread, forced to the disk for all at
 * once every second, bounded in bytes. A file goes when all minutes that have a piece in it are stored.
 */
final class Spool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final long FILE_BYTES = 64L << 20;
    private static final String FILE = ".log";

    private final Path folder;
    private final RecordSettings settings;
    private final List<SpoolFile> files = new ArrayList<>();
    /** Full, and not forced to the disk yet. */
    private final List<SpoolFile> unforced = new ArrayList<>();

    private @Nullable SpoolFile current;
    private long number;
    private volatile boolean tight;

    Spool(Path folder, RecordSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** Opens what is there: minutes that a process before this one spooled and did not store, the oldest first. */
    synchronized List<SpooledMinute> start() throws IOException {
        Files.createDirectories(folder);
        Map<String, List<Piece>> found = new LinkedHashMap<>();
        for (Path path : paths()) {
            SpoolFile file = SpoolFile.open(path);
            files.add(file);
            number = Math.max(number, numberOf(path));
            file.records().forEach(piece -> gather(found, piece));
        }
        measure();
        dropUnneeded();
        return found.values().stream().map(SpooledMinute::new).toList();
    }

    private static void gather(Map<String, List<Piece>> found, Piece piece) {
        boolean begins =
                piece.entry().kind() == Entry.Kind.HEAD && piece.entry().from() != null;
        List<Piece> pieces = begins
                ? found.computeIfAbsent(piece.entry().key(), key -> new ArrayList<>())
                : found.get(piece.entry().key());
        if (pieces != null) {
            pieces.add(piece);
            piece.file().need();
        }
    }

    /**
     * Appends a record.
     *
     * @return null where there is no room
     */
    synchronized @Nullable Piece append(Entry entry, byte[] bytes) throws IOException {
        byte[] said = Json.write(entry);
        long size = SpoolFile.sizeOf(said, bytes);
        // A seal is little, and spares a whole minute to be told cut.
        boolean room = entry.kind() == Entry.Kind.SEAL || (!tight && bytes() + size <= settings.spoolBytes());
        return room ? file(size).append(entry, said, bytes) : null;
    }

    private SpoolFile file(long size) throws IOException {
        SpoolFile open = current;
        if (open != null && open.size() > 0 && open.size() + size > fileBytes()) {
            unforced.add(open);
            current = null;
            dropUnneeded();
            open = null;
        }
        if (open == null) {
            number++;
            open = SpoolFile.create(folder.resolve(String.format(Locale.ROOT, "%012d%s", number, FILE)));
            files.add(open);
            current = open;
        }
        return open;
    }

    /** A small spool has small files: what is stored must make room. */
    private long fileBytes() {
        return Math.min(FILE_BYTES, Math.max(1 << 16, settings.spoolBytes() / 16));
    }

    /** Lets a minute go that is stored. */
    synchronized void release(SpooledMinute minute) {
        for (Piece piece : minute.pieces()) {
            if (piece.file().letGo()) {
                current = piece.file() == current ? null : current;
                drop(piece.file());
            }
        }
    }

    private void dropUnneeded() {
        List.copyOf(files).stream()
                .filter(file -> file != current && file.unneeded())
                .forEach(this::drop);
    }

    private void drop(SpoolFile file) {
        files.remove(file);
        try {
            file.delete();
        } catch (IOException e) {
            LOG.warn("a file of the spool stays behind: {}", e.getMessage());
        }
    }

    /** Of all files together. */
    synchronized long bytes() {
        return files.stream().mapToLong(SpoolFile::size).sum();
    }

    /** What was appended is on the disk when this returns, as far as the disk tells the truth. */
    void force() throws IOException {
        // Not under the lock: whoever appends must not wait for the disk to have it for good.
        for (SpoolFile file : takeUnforced()) {
            file.force();
        }
        measure();
    }

    private synchronized List<SpoolFile> takeUnforced() {
        List<SpoolFile> taken = new ArrayList<>(unforced);
        taken.retainAll(files);
        unforced.clear();
        if (current != null) {
            taken.add(current);
        }
        return taken;
    }

    private void measure() throws IOException {
        boolean now = Files.getFileStore(folder).getUsableSpace() < settings.leastFreeBytes();
        if (now != tight) {
            LOG.warn("footage {} the disk of {}", now ? "gives way: nearly full is" : "has room again on", folder);
        }
        tight = now;
    }

    private List<Path> paths() throws IOException {
        try (Stream<Path> there = Files.list(folder)) {
            return there.filter(path -> path.getFileName().toString().matches("\\d{12}\\.log"))
                    .sorted()
                    .toList();
        }
    }

    private static long numberOf(Path path) {
        return Long.parseLong(path.getFileName().toString().substring(0, 12));
    }

    @Override
    public synchronized void close() throws IOException {
        for (SpoolFile file : files) {
            file.close();
        }
        files.clear();
        current = null;
    }
}
