package io.kakou.app.door;

import com.sun.net.httpserver.HttpExchange;
import io.kakou.app.cameras.Witness;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Who looks live: so many at once, each on a thread of its own, and none for ever that reads no more. */
final class LiveViewers implements AutoCloseable {
    private static final double QUIET_SECONDS = 10;

    private final int most;
    private final long stalledNanos;
    private final Semaphore places;
    private final ScheduledExecutorService watchdog;
    private volatile boolean closing;

    /**
     * @param most at once
     * @param stalledSeconds after which one that takes nothing is sent away
     */
    LiveViewers(int most, double stalledSeconds) {
        this.most = most;
        this.stalledNanos = Math.round(stalledSeconds * 1e9);
        this.places = new Semaphore(most);
        this.watchdog = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "door-viewers");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Shows the camera until it, or the viewer, is gone.
     *
     * @return why nothing was shown, or null
     */
    @Nullable
    String show(HttpExchange exchange, Witness.Live live) throws IOException, InterruptedException {
        if (!places.tryAcquire()) {
            return most + " look live already; allowed: " + most + " at once";
        }
        try {
            byte[] first = live.next(QUIET_SECONDS);
            if (first == null) {
                return "the camera shows nothing now";
            }
            new Viewer(exchange).send(first, live);
            return null;
        } finally {
            places.release();
        }
    }

    @Override
    public void close() {
        closing = true;
        watchdog.shutdownNow();
    }

    private final class Viewer {
        private final HttpExchange exchange;
        private final Thread thread = Thread.currentThread();
        private long began;
        private boolean writing;

        Viewer(HttpExchange exchange) {
            this.exchange = exchange;
        }

        void send(byte[] first, Witness.Live live) throws IOException, InterruptedException {
            exchange.getResponseHeaders().set("Content-Type", "video/mp4");
            exchange.sendResponseHeaders(200, 0);
            Future<?> watched = watchdog.scheduleWithFixedDelay(
                    this::dismissStalled, stalledNanos, stalledNanos / 4 + 1, TimeUnit.NANOSECONDS);
            try (OutputStream out = exchange.getResponseBody()) {
                byte[] next = first;
                while (next != null && !closing) {
                    write(out, next);
                    next = live.ended() ? null : live.next(QUIET_SECONDS);
                }
            } finally {
                watched.cancel(false);
            }
        }

        private void write(OutputStream out, byte[] bytes) throws IOException {
            mark(true);
            try {
                out.write(bytes);
                out.flush();
            } finally {
                mark(false);
            }
        }

        private synchronized void mark(boolean now) {
            writing = now;
            began = System.nanoTime();
        }

        /** The server has no time-out for writing; an interrupt closes the channel under a write that hangs. */
        private synchronized void dismissStalled() {
            if (writing && System.nanoTime() - began > stalledNanos) {
                thread.interrupt();
            }
        }
    }
}
