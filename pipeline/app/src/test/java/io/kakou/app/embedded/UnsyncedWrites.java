package io.kakou.app.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process wrote and never asked the disk to keep, by the kernel's own account of its calls (strace), and a folder as
 * a power cut would leave it. Of each file only what was there when fsync was last asked for and answered is left: what was
 * put behind it since goes, and what was written within it since are zeros. Files that are written by mapping them are left
 * out: Kafka makes its indexes anew.
 */
public final class UnsyncedWrites {
    /** Before a program's own words; the file that takes the trace follows. */
    public static final List<String> TRACED = traced("--seccomp-bpf");

    /** The same before {@code -p} and the process that runs already. */
    public static final List<String> ATTACHED = traced();

    private static final Pattern CALL =
            Pattern.compile("(\\d+) +(\\w+)\\((?:\\d+<([^>]*)>)?(.*?)(?:\\) += (-?\\d+).*| <unfinished \\.\\.\\.>)");
    private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. (\\w+) resumed>(.*)\\) += (-?\\d+).*");
    private static final Pattern RENAMED = Pattern.compile("\"([^\"]+)\", (?:\\w+(?:<[^>]*>)?, )?\"([^\"]+)\"");
    private static final Pattern OFFSET = Pattern.compile(", (\\d+)$");

    private final Map<String, File> files = new HashMap<>();
    /** By thread, a call that has not returned. */
    private final Map<String, Call> open = new HashMap<>();

    private long calls;

    /** Of a file, its length as written, the length that the disk has, and what was written since it was last asked. */
    private static final class File {
        private long length;
        private long kept;
        private final List<Range> loose = new ArrayList<>();

        private File(long length) {
            this.length = length;
            this.kept = length;
        }
    }

    /** @param number of the call that wrote it */
    private record Range(long from, long until, long number) {}

    /**
     * A call of a thread.
     *
     * @param number counts all of them, by when they returned
     * @param length of the file when it was made
     */
    private record Call(long number, String name, String path, String rest, long length) {}

    private UnsyncedWrites() {}

    private static List<String> traced(String... more) {
        List<String> all = new ArrayList<>(List.of("strace", "-f", "-y", "-qq"));
        all.addAll(List.of(more));
        all.addAll(List.of(
                "-s",
                "0",
                "-e",
                "trace=write,pwrite64,writev,pwritev,fsync,fdatasync,ftruncate,rename,renameat,renameat2",
                "-o"));
        return List.copyOf(all);
    }

    /** Reads a trace of a process that found no file. */
    public static UnsyncedWrites of(Path trace) throws IOException {
        return of(trace, Map.of());
    }

    /** Reads a trace of one that found these files, with their lengths. */
    public static UnsyncedWrites of(Path trace, Map<Path, Long> found) throws IOException {
        UnsyncedWrites writes = new UnsyncedWrites();
        found.forEach((path, length) -> writes.files.put(path.toString(), new File(length)));
        try (Stream<String> lines = Files.lines(trace)) {
            lines.forEach(writes::line);
        }
        return writes;
    }

    /** All files below a folder, with their lengths. */
    public static Map<Path, Long> lengths(Path folder) throws IOException {
        Map<Path, Long> lengths = new HashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                lengths.put(file, Files.size(file));
            }
        }
        return lengths;
    }

    private void line(String line) {
        Matcher resumed = RESUMED.matcher(line);
        if (resumed.matches()) {
            Call call = open.remove(resumed.group(1));
            if (call != null) {
                returned(call, call.rest() + resumed.group(3), Long.parseLong(resumed.group(4)));
            }
            return;
        }
        Matcher made = CALL.matcher(line);
        if (made.matches()) {
            String path = made.group(3) == null ? "" : made.group(3);
            Call call = new Call(calls, made.group(2), path, made.group(4), file(path).length);
            if (made.group(5) == null) {
                open.put(made.group(1), call);
            } else {
                returned(call, call.rest(), Long.parseLong(made.group(5)));
            }
        }
    }

    private File file(String path) {
        return files.computeIfAbsent(path, each -> new File(0));
    }

    private void returned(Call call, String rest, long result) {
        if (result < 0) {
            return;
        }
        File file = file(call.path());
        calls++;
        switch (call.name()) {
            case "write", "writev" -> write(file, file.length, result);
            case "pwrite64", "pwritev" -> {
                Matcher offset = OFFSET.matcher(rest);
                write(file, offset.find() ? Long.parseLong(offset.group(1)) : call.length(), result);
            }
            case "fsync", "fdatasync" -> {
                file.kept = Math.max(file.kept, call.length());
                file.loose.removeIf(range -> range.number() <= call.number());
            }
            case "ftruncate" -> {
                file.length = Long.parseLong(rest.replaceAll("\\D", ""));
                file.kept = Math.min(file.kept, file.length);
            }
            default -> renamed(rest);
        }
    }

    private void write(File file, long from, long bytes) {
        file.loose.add(new Range(from, from + bytes, calls));
        file.length = Math.max(file.length, from + bytes);
    }

    private void renamed(String rest) {
        Matcher names = RENAMED.matcher(rest);
        if (names.find()) {
            files.put(names.group(2), file(names.group(1)));
        }
    }

    /** Takes away what was not synced of a folder's files; bytes that went. */
    public long cut(Path folder) throws IOException {
        long gone = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                File file = files.get(path.toString());
                if (path.toString().endsWith("index")) {
                    Files.delete(path);
                } else if (file != null) {
                    gone += cut(path, file);
                }
            }
        }
        return gone;
    }

    private static long cut(Path path, File file) throws IOException {
        long gone = Math.max(0, Files.size(path) - file.kept);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            if (gone > 0) {
                channel.truncate(file.kept);
            }
            for (Range range : file.loose) {
                int bytes = (int) (Math.min(range.until(), file.kept) - range.from());
                if (bytes > 0) {
                    gone += channel.write(ByteBuffer.allocate(bytes), range.from());
                }
            }
        }
        return gone;
    }
}
