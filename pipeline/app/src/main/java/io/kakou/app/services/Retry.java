package io.kakou.app.services;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Something that a service may not allow yet: tried at once, then on a thread of its own until it is done. Each new reason
 * is told once.
 */
public final class Retry implements AutoCloseable {
    private static final long PAUSE_SECONDS = 2;

    private final Attempt attempt;
    private final Listener listener;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private String told = "";

    /** One try. */
    public interface Attempt {
        void make() throws Exception;
    }

    /** Hears how it goes, on whatever thread tries. */
    public interface Listener {
        /** It is tried again. */
        void said(String line);

        /** Trying again is of no use. */
        void broken(Throwable why);
    }

    /** @param name of the thread */
    public Retry(String name, Attempt attempt, Listener listener) {
        this.attempt = attempt;
        this.listener = listener;
        this.thread = new Thread(this::again, name);
        this.thread.setDaemon(true);
    }

    /** Returns after the first try, whatever came of it. */
    public void start() {
        if (!isOver()) {
            thread.start();
        }
    }

    private void again() {
        try {
            boolean over = false;
            while (!over && !closing.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
                over = isOver();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOver() {
        try {
            attempt.make();
            return true;
        } catch (ServiceTrouble e) {
            tell(String.valueOf(e.getMessage()));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } catch (Exception e) {
            listener.broken(e);
            return true;
        }
    }

    private void tell(String line) {
        if (!line.equals(told)) {
            told = line;
            listener.said(line + "; tried again every " + PAUSE_SECONDS + " s");
        }
    }

    /** Ends trying; what is being tried comes to its end first. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
