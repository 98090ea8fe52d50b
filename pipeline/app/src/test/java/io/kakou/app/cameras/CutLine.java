package io.kakou.app.cameras;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to a good camera that holds for some seconds after each connection. */
public final class CutLine implements AutoCloseable {
    private final int camera;
    private final double seconds;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final ScheduledExecutorService cutter = Executors.newSingleThreadScheduledExecutor();

    /**
     * @param port 0 takes a free one
     * @param camera the good camera's port
     */
    public CutLine(int port, int camera, double seconds) throws IOException {
        this.camera = camera;
        this.seconds = seconds;
        this.door = new ServerSocket();
        door.setReuseAddress(true);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        start("line", this::serve);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** How often somebody came. */
    public int connections() {
        return connections.get();
    }

    /** Connections that hold now. */
    public int open() {
        return clients.size();
    }

    private void serve() throws IOException {
        while (!door.isClosed()) {
            Socket client = door.accept();
            connections.incrementAndGet();
            Socket upstream = new Socket(InetAddress.getLoopbackAddress(), camera);
            open.add(client);
            open.add(upstream);
            clients.add(client);
            start("line-up", () -> {
                try {
                    pump(client, upstream);
                } finally {
                    clients.remove(client);
                }
            });
            start("line-down", () -> pump(upstream, client));
            var unused = cutter.schedule(
                    () -> {
                        client.close();
                        upstream.close();
                        return null;
                    },
                    Math.round(seconds * 1e3),
                    TimeUnit.MILLISECONDS);
        }
    }

    private static void pump(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            in.transferTo(to.getOutputStream());
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // cut: that is what it is for
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        cutter.shutdownNow();
        door.close();
        for (Socket each : open) {
            each.close();
        }
    }
}
