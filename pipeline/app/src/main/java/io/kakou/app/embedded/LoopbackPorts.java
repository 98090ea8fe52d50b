package io.kakou.app.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on 127.0.0.1 that must be known before they are bound, as KRaft's controller's and a child's must. */
public final class LoopbackPorts {
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

    /** One that nobody listens on now. */
    public static int free() throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (ServerSocket probe = new ServerSocket(0, 1, loopback)) {
            return probe.getLocalPort();
        }
    }
}
