package io.kakou.app.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process wrote and never asked the disk to keep, by the kernel's own account of its calls (strace), and a folder as
 * a power cut would leave it: of each file that it wrote, only what was there when fsync was last asked for and answered.
 * Files that are written by mapping them are left out: Kafka makes its indexes anew.
 */
final class UnsyncedWrites {
    /** Before a program's own words. */
    static final List<String> TRACED = List.of(
            "strace",
            "-f",
            "-y",
            "-qq",
            "--seccomp-bpf",
            "-s",
            "0",
            "-e",
            "trace=write,pwrite64,writev,pwritev,fsync,fdatasync,ftruncate,rename,renameat,renameat2",
            "-o");

    private static final Pattern CALL =
            Pattern.compile("(\\d+) +(\\w+)\\((?:\\d+<([^>]*)>)?(.*?)(?:\\) += (-?\\d+).*| <unfinished \\.\\.\\.>)");
    private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. (\\w+) resumed>.*\\) += (-?\\d+).*");
    private static final Pattern RENAMED = Pattern.compile("\"([^\"]+)\", (?:\\w+(?:<[^>]*>)?, )?\"([^\"]+)\"");
    private static final Pattern OFFSET = Pattern.compile(", (\\d+)$");

    private final Map<String, Long> written = new HashMap<>();
    private final Map<String, Long> synced = new HashMap<>();
    /** By thread, a call that has not returned. */
    private final Map<String, Call> open = new HashMap<>();

    /** @param before what the file held when it was made */
    private record Call(String name, String path, String rest, long before) {}

    private UnsyncedWrites() {}

    /** Reads a trace. */
    static UnsyncedWrites of(Path trace) throws IOException {
        UnsyncedWrites writes = new UnsyncedWrites();
        try (Stream<String> lines = Files.lines(trace)) {
            lines.forEach(writes::line);
        }
        return writes;
    }

    private void line(String line) {
        Matcher resumed = RESUMED.matcher(line);
        if (resumed.matches()) {
            Call call = open.remove(resumed.group(1));
            if (call != null) {
                returned(call, Long.parseLong(resumed.group(3)));
            }
            return;
        }
        Matcher made = CALL.matcher(line);
        if (made.matches()) {
            String path = made.group(3) == null ? "" : made.group(3);
            Call call = new Call(made.group(2), path, made.group(4), written.getOrDefault(path, 0L));
            if (made.group(5) == null) {
                open.put(made.group(1), call);
            } else {
                returned(call, Long.parseLong(made.group(5)));
            }
        }
    }

    private void returned(Call call, long result) {
        if (result < 0) {
            return;
        }
        switch (call.name()) {
            case "write", "writev" -> written.merge(call.path(), result, Long::sum);
            case "pwrite64", "pwritev" -> {
                Matcher offset = OFFSET.matcher(call.rest());
                long end = result + (offset.find() ? Long.parseLong(offset.group(1)) : call.before());
                written.merge(call.path(), end, Math::max);
            }
            case "fsync", "fdatasync" -> synced.merge(call.path(), call.before(), Math::max);
            case "ftruncate" ->
                written.put(call.path(), Long.parseLong(call.rest().replaceAll("\\D", "")));
            default -> renamed(call.rest());
        }
    }

    private void renamed(String rest) {
        Matcher names = RENAMED.matcher(rest);
        if (names.find()) {
            written.put(names.group(2), written.getOrDefault(names.group(1), 0L));
            synced.put(names.group(2), synced.getOrDefault(names.group(1), 0L));
        }
    }

    /** Takes away what was not synced of a folder's files; bytes that went. */
    long cut(Path folder) throws IOException {
        long gone = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = file.toString();
                if (name.endsWith("index")) {
                    Files.delete(file);
                } else if (written.containsKey(name)) {
                    gone += cut(file, synced.getOrDefault(name, 0L));
                }
            }
        }
        return gone;
    }

    private static long cut(Path file, long kept) throws IOException {
        long before = Files.size(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(kept);
        }
        return Math.max(0, before - kept);
    }
}
