package io.kakou.app.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Ports on 127.0.0.1 that must be known before they are bound, as KRaft's controller's and a child's must. */
public final class LoopbackPorts {
    private static final Path RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    private static final int LOWEST = 10_000;
    /** Where Linux begins to give them away unless told otherwise. */
    private static final int USUAL_LIMIT = 32_768;

    private static final int TRIES = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private LoopbackPorts() {}

    /**
     * Sees that a port can be listened on, before much is started that would need it; 0 always can.
     *
     * @throws PortTaken where it cannot
     */
    public static void requireFree(String host, int port) throws PortTaken {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new PortTaken(host, port, e);
        }
    }

    /**
     * One that nobody listens on now, and that the system gives to nobody who calls out. A client that calls a port of the
     * system's range again and again, while its server is away, is one day given that very port, reaches itself, and the
     * server never comes back.
     */
    public static int free() throws IOException {
        return free(1).get(0);
    }

    /** So many, no two of them the same. */
    public static List<Integer> free(int many) throws IOException {
        int limit = limit();
        Set<Integer> found = new LinkedHashSet<>();
        for (int i = 0; i < TRIES * many; i++) {
            int port = LOWEST + RANDOM.nextInt(limit - LOWEST);
            if (isFree(port) && found.add(port) && found.size() == many) {
                return List.copyOf(found);
            }
        }
        throw new IOException("no port between " + LOWEST + " and " + limit + " is free on 127.0.0.1");
    }

    private static int limit() throws IOException {
        if (!Files.isReadable(RANGE)) {
            return USUAL_LIMIT;
        }
        int first = Integer.parseInt(Files.readString(RANGE).strip().split("\\s+", 2)[0]);
        return first > LOWEST + TRIES ? first : USUAL_LIMIT;
    }

    private static boolean isFree(int port) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return true;
        } catch (BindException e) {
            return false;
        }
    }
}
