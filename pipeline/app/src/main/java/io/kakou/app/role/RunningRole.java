package io.kakou.app.role;

import io.kakou.app.services.Retry;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of one process, started in dataflow order and closed in reverse. */
public abstract class RunningRole implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningRole.class);

    /** Newest first: closed in this order. */
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    /** Hears of a role, on its threads. */
    public interface Listener extends Retry.Listener {
        /**
         * It does its work.
         *
         * @param detail where people find it; may be empty
         */
        void ready(String detail);

        /** A line for people. */
        @Override
        void said(String line);

        /** It cannot go on; a new process may. */
        @Override
        void broken(Throwable why);
    }

    RunningRole() {}

    /** Starts everything, and says so when it does its work; what waits for a service goes on by itself. */
    public abstract void start() throws Exception;

    final <T extends AutoCloseable> T closing(T part) {
        synchronized (running) {
            running.push(part);
        }
        return part;
    }

    @Override
    public final void close() {
        for (AutoCloseable part = next(); part != null; part = next()) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("not closed cleanly: {}", e.toString(), e);
            }
        }
    }

    private @Nullable AutoCloseable next() {
        synchronized (running) {
            return running.poll();
        }
    }
}
