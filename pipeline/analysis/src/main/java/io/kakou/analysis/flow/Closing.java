package io.kakou.analysis.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs, in the order of its start; closed in reverse, once, each even where another failed or the caller was
 * interrupted. Safe for many threads.
 */
public final class Closing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final String whose;
    private final Deque<AutoCloseable> newestFirst = new ArrayDeque<>();

    /** @param whose for the log, where a part does not close cleanly */
    public Closing(String whose) {
        this.whose = whose;
    }

    /** Remembers a part; to be called before it is started, so that half a start is closed too. */
    public synchronized <T extends AutoCloseable> T add(T part) {
        newestFirst.push(part);
        return part;
    }

    /** Whether nothing is left to close. */
    public synchronized boolean isEmpty() {
        return newestFirst.isEmpty();
    }

    @Override
    public void close() {
        // A part that is interrupted while it waits for its threads would leave them running.
        boolean interrupted = Thread.interrupted();
        for (AutoCloseable part = next(); part != null; part = next()) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{}: not closed cleanly: {}", whose, e.toString(), e);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable AutoCloseable next() {
        return newestFirst.poll();
    }
}
