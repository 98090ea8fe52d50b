package io.kakou.app.embedded;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addresses a process listens on, as Linux tells them (proc(5), /proc/net/tcp). */
public final class ListeningSockets {
    /** 127.0.0.1 as IPv4, and mapped into IPv6, in the kernel's byte order. */
    public static final List<String> LOOPBACK = List.of("0100007F", "0000000000000000FFFF00000100007F");

    private static final String LISTEN = "0A";

    private ListeningSockets() {}

    public static List<String> ofThisProcess() throws IOException {
        return of(ProcessHandle.current().pid());
    }

    /** Of a process of ours. */
    public static List<String> of(long pid) throws IOException {
        return open(pid).stream().map(Socket::address).toList();
    }

    /** One that a process listens on; the address in the kernel's byte order. */
    public record Socket(String address, int port) {
        static Socket of(String written) {
            int colon = written.indexOf(':');
            return new Socket(written.substring(0, colon), Integer.parseInt(written.substring(colon + 1), 16));
        }
    }

    /** Of a process of ours. */
    public static List<Socket> open(long pid) throws IOException {
        assumeTrue(
                Files.isReadable(Path.of("/proc/self/net/tcp")),
                "needs platform: only Linux tells the listening sockets");
        Set<String> ours = inodes(pid);
        List<String> rows = new ArrayList<>(Files.readAllLines(Path.of("/proc/self/net/tcp")));
        rows.addAll(Files.readAllLines(Path.of("/proc/self/net/tcp6")));
        return rows.stream()
                .map(row -> row.strip().split("\\s+"))
                .filter(row -> row[3].equals(LISTEN) && ours.contains("socket:[" + row[9] + "]"))
                .map(row -> Socket.of(row[1]))
                .toList();
    }

    private static Set<String> inodes(long pid) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return files.map(ListeningSockets::target).collect(Collectors.toSet());
        }
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException e) {
            return "closed meanwhile";
        }
    }
}
