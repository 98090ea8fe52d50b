package io.kakou.analysis.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.analysis.disk.WholeFile;
import io.kakou.analysis.store.StoreException.Code;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hash of every stored object, and that it was taken away, a line each in {@code roots/<day>.jsonl} (days of UTC), only ever appended. Each line
 * carries a root that stands on the line before, over the days: whoever keeps one root can tell later whether anything
 * before it was changed, taken out or put in. {@link RootCheck} tells. Safe for many threads.
 */
public final class HashLog implements AutoCloseable {
    private static final String LOG = ".jsonl";
    private static final String PUBLISHED = ".stored";

    private final Path folder;
    private final InstantSource clock;
    private String day = "";
    private String root = "";
    private @Nullable FileChannel file;

    /**
     * A log that is opened by its first line.
     *
     * @param folder gets a folder {@code roots}
     */
    public HashLog(Path folder, InstantSource clock) {
        this.folder = folder.resolve("roots");
        this.clock = clock;
    }

    /**
     * Adds an object's line; it is on disk when this returns.
     *
     * @return whether a new day began with it
     * @throws StoreException {@link Code#AWAY} where the disk does not take it; then the log is as it was before
     */
    public synchronized boolean add(String key, byte[] object) throws StoreException {
        Instant at = clock.instant();
        return add(at, () -> HashLine.of(at, key, object, root));
    }

    /**
     * Adds the line of an object that is taken away; likewise on disk.
     *
     * @return whether a new day began with it
     * @throws StoreException {@link Code#AWAY} where the disk does not take it; then the log is as it was before
     */
    public synchronized boolean gone(String key) throws StoreException {
        Instant at = clock.instant();
        return add(at, () -> HashLine.gone(at, key, root));
    }

    /** @param next made when the day's log is open: it stands on the newest root */
    private boolean add(Instant at, Supplier<HashLine> next) throws StoreException {
        try {
            boolean turned = open(LocalDate.ofInstant(at, ZoneOffset.UTC).toString());
            HashLine line = next.get();
            append(line.line());
            root = line.root();
            return turned;
        } catch (IOException e) {
            throw new StoreException(Code.AWAY, "hash log in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Days that are over and not in the store yet, oldest first. */
    public synchronized List<String> unpublished() {
        String today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        return days().filter(each -> each.compareTo(today) < 0 && !Files.exists(folder.resolve(each + PUBLISHED)))
                .toList();
    }

    /** A day's whole log. */
    public synchronized byte[] day(String date) throws StoreException {
        try {
            return Files.readAllBytes(folder.resolve(date + LOG));
        } catch (IOException e) {
            throw new StoreException(Code.NOT_FOUND, "hash log of " + date + " in " + folder + " cannot be read", e);
        }
    }

    void published(String date) throws StoreException {
        try {
            Files.write(folder.resolve(date + PUBLISHED), new byte[0]);
        } catch (IOException e) {
            throw new StoreException(Code.AWAY, "hash log in " + folder + ": " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (file != null) {
                file.close();
                file = null;
            }
        } catch (IOException e) {
            // Every line was forced to disk before; there is nothing left to lose.
            file = null;
        }
        day = "";
    }

    private boolean open(String today) throws IOException {
        if (file != null && today.equals(day)) {
            return false;
        }
        close();
        Files.createDirectories(folder);
        root = newestRoot();
        boolean first = !Files.exists(folder.resolve(today + LOG));
        file = FileChannel.open(folder.resolve(today + LOG), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.position(file.size());
        day = today;
        WholeFile.forceFolder(folder);
        return first;
    }

    /** The last whole line counts; half a line is what a power cut left, was acknowledged to nobody, and goes. */
    private String newestRoot() throws IOException {
        List<String> days = days().toList();
        for (int i = days.size() - 1; i >= 0; i--) {
            Path log = folder.resolve(days.get(i) + LOG);
            String text = Files.readString(log, UTF_8);
            int whole = text.lastIndexOf('\n') + 1;
            if (whole < text.length()) {
                truncate(log, text.substring(0, whole).getBytes(UTF_8).length);
            }
            if (whole > 0) {
                return lastRoot(text.substring(0, whole), days.get(i));
            }
        }
        return HashLine.NO_ROOT;
    }

    private static String lastRoot(String lines, String date) throws IOException {
        String last = lines.substring(lines.lastIndexOf('\n', lines.length() - 2) + 1);
        try {
            return Json.read(HashLine.class, last.getBytes(UTF_8)).root();
        } catch (UnreadableRecord e) {
            throw new IOException("the last line of " + date + " is " + e.reason(), e);
        }
    }

    private static void truncate(Path log, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.truncate(length).force(true);
        }
    }

    private void append(byte[] line) throws IOException {
        FileChannel log = file;
        if (log == null) {
            throw new IOException("the log is closed");
        }
        long before = log.position();
        try {
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                log.write(bytes);
            }
            log.force(false);
        } catch (IOException e) {
            log.truncate(before);
            throw e;
        }
    }

    private Stream<String> days() {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(LOG))
                    .map(name -> name.substring(0, name.length() - LOG.length()))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.of();
        }
    }
}
