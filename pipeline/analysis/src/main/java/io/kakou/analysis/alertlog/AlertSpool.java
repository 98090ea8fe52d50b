package io.kakou.analysis.alertlog;

import io.kakou.analysis.disk.WholeFile;
import io.kakou.events.Alert;
import io.kakou.events.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An append-only log of alerts in a folder of this machine. Safe for many threads; one process at a time. */
public final class AlertSpool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertSpool.class);

    private final Path folder;
    private final SpoolSettings settings;
    private final Cursor cursor;
    /** By the number of their first alert. */
    private final TreeMap<Long, Segment> segments = new TreeMap<>();

    private @Nullable FileChannel active;
    /** How far the active file is known to be on the disk. */
    private long activeBytes;

    private long next;
    private long unsent;

    /**
     * A spool that is not open.
     *
     * @param folder holds the spool and nothing else; made where it is missing
     */
    public AlertSpool(Path folder, SpoolSettings settings) {
        this.folder = folder;
        this.settings = settings;
        this.cursor = new Cursor(folder);
    }

    /**
     * Reads what is there and cuts off a record that a power cut left half-written; a second call does nothing.
     *
     * @throws IOException where the folder cannot be read or written
     */
    public synchronized void start() throws IOException {
        if (active != null) {
            return;
        }
        Files.createDirectories(folder);
        WholeFile.forceFolder(folder.toAbsolutePath().resolveSibling("."));
        segments.clear();
        unsent = cursor.read();
        next = unsent;
        for (Segment segment : onDisk()) {
            segments.put(segment.first(), segment);
            next = Math.max(next, segment.first() + whole(segment));
        }
        open(next);
    }

    /**
     * Writes an alert; returns when it is on the disk.
     *
     * @return its number
     * @throws IOException where it is not on the disk: it may be appended again
     */
    public synchronized long append(Alert alert) throws IOException {
        SpooledAlert spooled = new SpooledAlert(next, alert.camera(), Json.write(alert));
        ByteBuffer record = Segment.record(spooled);
        if (activeBytes > 0 && activeBytes + record.remaining() > settings.segmentBytes()) {
            open(next);
        }
        FileChannel channel = running();
        try {
            long at = activeBytes;
            while (record.hasRemaining()) {
                at += channel.write(record, at);
            }
            channel.force(false);
            activeBytes = at;
        } catch (IOException e) {
            giveUp(channel);
            throw e;
        }
        next++;
        notifyAll();
        return spooled.number();
    }

    /** The oldest alerts that nobody acknowledged, in order; empty where none came within the time. */
    synchronized List<SpooledAlert> unsent(int most, double seconds) throws IOException, InterruptedException {
        long until = System.nanoTime() + (long) (seconds * 1e9);
        while (unsent >= next && active != null) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                return List.of();
            }
            wait(left);
        }
        return active == null ? List.of() : read(most);
    }

    /** All alerts below this number are on the other side's disk. */
    synchronized void acknowledged(long upTo) throws IOException {
        unsent = Math.max(unsent, upTo);
        cursor.write(unsent);
        while (segments.size() > 1 && segments.higherKey(segments.firstKey()) <= unsent) {
            Files.deleteIfExists(segments.pollFirstEntry().getValue().file());
        }
    }

    /** Alerts that nobody acknowledged yet. */
    public synchronized long waiting() {
        return next - unsent;
    }

    @Override
    public synchronized void close() {
        FileChannel closing = active;
        active = null;
        notifyAll();
        close(closing);
    }

    private List<SpooledAlert> read(int most) throws IOException {
        Map.Entry<Long, Segment> holding = segments.floorEntry(unsent);
        Segment segment = holding == null ? segments.firstEntry().getValue() : holding.getValue();
        // A file may hold a record behind this that was never acknowledged to its writer: the next file took its
        // number.
        Long following = segments.higherKey(segment.first());
        long end = following == null ? next : following;
        List<SpooledAlert> alerts = segment.read().alerts().stream()
                .filter(alert -> alert.number() >= unsent && alert.number() < end)
                .limit(most)
                .toList();
        if (alerts.isEmpty() && following != null) {
            LOG.error("{}: alerts {} to {} cannot be read any more", segment.file(), unsent, following - 1);
            unsent = following;
            return read(most);
        }
        return alerts;
    }

    private List<Segment> onDisk() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(Segment.ENDING))
                    .map(Segment::of)
                    .sorted(Comparator.comparingLong(Segment::first))
                    .toList();
        }
    }

    /** How many alerts a file holds, once what is torn is cut off. */
    private static int whole(Segment segment) throws IOException {
        Segment.Content content = segment.read();
        if (content.torn()) {
            LOG.warn(
                    "{}: {} bytes of a half-written alert cut off; it was never acknowledged",
                    segment.file(),
                    content.bytes() - content.wholeBytes());
            segment.cutTo(content.wholeBytes());
        }
        return content.alerts().size();
    }

    private void open(long first) throws IOException {
        close(active);
        active = null;
        Segment segment = Segment.in(folder, first);
        active = FileChannel.open(
                segment.file(),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        WholeFile.forceFolder(folder);
        segments.put(first, segment);
        activeBytes = 0;
    }

    /** After a failed write nobody knows what the file holds: it is cut where it was whole, and a new one begun. */
    private void giveUp(FileChannel channel) {
        try {
            channel.truncate(activeBytes);
            open(next);
        } catch (IOException e) {
            LOG.error("{}: {}", folder, e.getMessage());
        }
    }

    private FileChannel running() throws IOException {
        FileChannel channel = active;
        if (channel == null) {
            open(next);
            return running();
        }
        return channel;
    }

    private void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LOG.warn("{}: {}", folder, e.getMessage());
        }
    }
}
