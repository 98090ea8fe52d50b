package io.kakou.analysis.record.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.analysis.disk.WholeFile;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This worker's index on its disk: {@code <camera>/<day>/<HH>.jsonl}, appended. Safe for many threads. */
public final class HourFiles {
    private static final Logger LOG = LoggerFactory.getLogger(HourFiles.class);
    private static final String FILE = ".jsonl";
    private static final int DEPTH = 3;

    private final Path folder;

    /** @param folder this worker's own; made by the first line */
    public HourFiles(Path folder) {
        this.folder = folder;
    }

    /** Returns when the lines are on the disk. */
    synchronized void append(Hour hour, List<IndexLine> lines) throws IOException {
        Path file = file(hour);
        boolean fresh = !Files.exists(file);
        if (fresh) {
            Files.createDirectories(file.resolveSibling("."));
        }
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size();
            channel.position(end);
            // Half a line is what a power cut left; it stays, and is none.
            String parted = end > 0 && lastByte(channel, end) != '\n' ? "\n" : "";
            ByteBuffer bytes = ByteBuffer.wrap(join(parted.getBytes(UTF_8), lines));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(fresh);
        }
        if (fresh) {
            WholeFile.forceFolder(file.toAbsolutePath().resolveSibling("."));
        }
    }

    synchronized void replace(Hour hour, List<IndexLine> lines) throws IOException {
        Path file = file(hour);
        if (lines.isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            Files.createDirectories(file.resolveSibling("."));
            WholeFile.write(file, join(new byte[0], lines));
        }
    }

    /** An hour's lines; none where nothing was recorded. */
    public List<IndexLine> read(Hour hour) {
        try {
            return parse(bytes(hour), hour.camera() + ' ' + hour.from());
        } catch (IOException e) {
            LOG.error("the index of {} {} cannot be read: {}", hour.camera(), hour.from(), e.getMessage());
            return List.of();
        }
    }

    synchronized byte[] bytes(Hour hour) throws IOException {
        try {
            return Files.readAllBytes(file(hour));
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }

    /** When an hour's lines were changed last; the epoch where there are none. */
    public Instant changed(Hour hour) {
        try {
            return Files.getLastModifiedTime(file(hour)).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    /** Every hour there is, the oldest first. */
    public List<Hour> hours() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(folder, DEPTH, (path, kind) -> kind.isRegularFile())) {
            return files.flatMap(this::hour).sorted().toList();
        } catch (IOException e) {
            LOG.error("the index in {} cannot be listed: {}", folder, e.getMessage());
            return List.of();
        }
    }

    private Stream<Hour> hour(Path file) {
        Path path = folder.relativize(file);
        String name = path.getFileName().toString();
        if (path.getNameCount() != DEPTH || !name.endsWith(FILE)) {
            return Stream.of();
        }
        try {
            String from = path.getName(1) + "T" + name.substring(0, name.length() - FILE.length()) + ":00:00Z";
            return Stream.of(new Hour(path.getName(0).toString(), Instant.parse(from)));
        } catch (DateTimeParseException e) {
            LOG.warn("{} is no hour of the index", file);
            return Stream.of();
        }
    }

    private Path file(Hour hour) {
        return folder.resolve(hour.camera()).resolve(hour.path() + FILE);
    }

    static List<IndexLine> parse(byte[] text, String whose) {
        List<IndexLine> lines = new ArrayList<>();
        new String(text, UTF_8).lines().filter(line -> !line.isBlank()).forEach(line -> {
            try {
                lines.add(Json.read(IndexLine.class, line.getBytes(UTF_8)));
            } catch (UnreadableRecord e) {
                LOG.warn("a line of the index of {} is left out: {}", whose, e.reason());
            }
        });
        return lines;
    }

    private static byte[] join(byte[] first, List<IndexLine> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        for (IndexLine line : lines) {
            out.writeBytes(Json.write(line));
            out.write('\n');
        }
        return out.toByteArray();
    }

    private static int lastByte(FileChannel channel, long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        int read = channel.read(last, end - 1);
        return read == 1 ? last.get(0) : '\n';
    }
}
