package io.kakou.benchmarks.lifts;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between a worker and a controller: it delays, and while it is cut nothing passes and nothing is said. */
final class Wire implements AutoCloseable {
    private static final int BUFFER = 4096;
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final ServerSocket door;
    private final int target;
    private final Random random;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean slow;
    private volatile boolean closing;

    Wire(int target, long seed) throws IOException {
        this.target = target;
        this.random = new Random(seed);
        this.door = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        start("wire-door", this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void cut(boolean now) {
        cut = now;
    }

    void slow(boolean now) {
        slow = now;
    }

    private void accept() {
        while (!closing) {
            try {
                Socket from = door.accept();
                Socket to = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(from);
                open.add(to);
                start("wire-there", () -> pass(from, to));
                start("wire-back", () -> pass(to, from));
            } catch (IOException e) {
                // The end, or a controller that is away: whoever called finds out.
            }
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                while (cut && !closing) {
                    Thread.sleep(LOOK_AGAIN_MILLIS);
                }
                if (slow) {
                    Thread.sleep(random.nextInt(300));
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // Closed by either side.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void start(String name, Runnable what) {
        Thread thread = new Thread(what, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closing = true;
        door.close();
        for (Socket each : open) {
            each.close();
        }
    }
}
