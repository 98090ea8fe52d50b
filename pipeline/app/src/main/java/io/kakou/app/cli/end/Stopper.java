package io.kakou.app.cli.end;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C (SIGINT) and SIGTERM, turned into a return: the command's resources close in their order, and only then does
 * the process end. Open it first, so that it closes last.
 */
public final class Stopper implements AutoCloseable {
    /** Past this the process ends whatever still hangs: three children and a database may take 15 s each. */
    private static final long PATIENCE_SECONDS = 75;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::shutDown, "stop");

    private final Runnable whenAsked;

    /** Begins to listen for Ctrl-C. */
    public Stopper() {
        this(() -> {});
    }

    /** @param whenAsked runs on another thread at Ctrl-C: ends what the starter is in the middle of */
    public Stopper(Runnable whenAsked) {
        this.whenAsked = whenAsked;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Ends the waiting as Ctrl-C does. */
    public void stop() {
        asked.countDown();
    }

    /** Whether it is time to stop. */
    public boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Waits until it is time to stop. */
    public void await() {
        try {
            asked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits at most so long; whether it is time to stop. */
    public boolean await(double seconds) {
        try {
            return asked.await((long) (seconds * 1e9), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The machine is going down already: the hook is what waits for us.
            return;
        }
    }

    private void shutDown() {
        asked.countDown();
        whenAsked.run();
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("kakou: not everything closed within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
