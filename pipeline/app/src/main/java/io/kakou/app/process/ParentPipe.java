package io.kakou.app.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A child's side of the pipe from its parent: open while the parent lives and wants the child. */
public final class ParentPipe {
    private static final int HUNG = 3;

    private final InputStream in;
    private final double stopSeconds;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** @param stopSeconds past this after the pipe's end the process is ended, whatever hangs */
    public ParentPipe(InputStream in, double stopSeconds) {
        this.in = in;
        this.stopSeconds = stopSeconds;
    }

    /** Begins to watch the pipe. */
    public void start() {
        Thread thread = new Thread(this::watch, "parent");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until the pipe has closed. */
    public void await() throws InterruptedException {
        closed.await();
    }

    /** Ends the waiting as the pipe's end does. */
    public void stop() {
        closed.countDown();
    }

    /** Everything has been closed in order. */
    public void ended() {
        ended.countDown();
    }

    private void watch() {
        try {
            while (in.read() >= 0) {
                // What a parent says means nothing; only its silence for ever does.
            }
        } catch (IOException e) {
            // A broken pipe has ended too.
        }
        closed.countDown();
        try {
            if (!ended.await((long) (stopSeconds * 1e9), TimeUnit.NANOSECONDS)) {
                Runtime.getRuntime().halt(HUNG);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
