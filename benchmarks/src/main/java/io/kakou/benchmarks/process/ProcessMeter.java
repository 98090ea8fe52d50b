package io.kakou.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What Linux says of a process: {@code proc(5)}. */
public record ProcessMeter(long pid) {
    private static final double TICKS_A_SECOND = 100; // USER_HZ, which is 100 on every Linux that a JVM runs on
    private static final int FIELDS_TO_UTIME = 11;
    private static final String ESTABLISHED = "01";

    /** Seconds in user and kernel, of all its threads. */
    public double cpuSeconds() throws IOException {
        String stat = Files.readString(file("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[FIELDS_TO_UTIME]) + Long.parseLong(fields[FIELDS_TO_UTIME + 1])) / TICKS_A_SECOND;
    }

    /** Memory in use. */
    public double rssMiB() throws IOException {
        return status("VmRSS:") / 1024.0;
    }

    /** Most that it ever had. */
    public double peakRssMiB() throws IOException {
        return status("VmHWM:") / 1024.0;
    }

    /** All its threads. */
    public int threads() throws IOException {
        return Math.toIntExact(status("Threads:"));
    }

    /** Files, sockets and pipes that it has open. */
    public int descriptors() throws IOException {
        try (Stream<Path> open = Files.list(file("fd"))) {
            return Math.toIntExact(open.count());
        }
    }

    /** What of a span of its addresses is in memory. */
    public double rssMiB(long from, long to) throws IOException {
        return Mappings.residentKiB(Files.readAllLines(file("smaps")), from, to) / 1024.0;
    }

    /** Threads whose names begin so; HotSpot tells the kernel the first 15 letters. */
    public int threads(String prefix) throws IOException {
        try (Stream<Path> tasks = Files.list(file("task"))) {
            return (int) tasks.filter(task -> name(task).startsWith(prefix)).count();
        }
    }

    /** TCP connections of this machine that are open to a port. */
    public static int connections(int port) throws IOException {
        String local = String.format(":%04X", port);
        return (int) Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .map(Path::of)
                .filter(Files::exists)
                .flatMap(file -> lines(file).stream())
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > 3 && fields[2].endsWith(local) && fields[3].equals(ESTABLISHED))
                .count();
    }

    private long status(String key) throws IOException {
        return Files.readAllLines(file("status")).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .findFirst()
                .map(Long::parseLong)
                .orElseThrow(() -> new IOException("process " + pid + " is gone"));
    }

    private Path file(String name) {
        return Path.of("/proc", Long.toString(pid), name);
    }

    private static String name(Path task) {
        List<String> lines = lines(task.resolve("comm"));
        return lines.isEmpty() ? "" : lines.get(0);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of(); // a thread that ended meanwhile
        }
    }
}
