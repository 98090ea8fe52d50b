package io.kakou.app.role;

import io.kakou.analysis.flow.Closing;

/** The parts of one process, started in dataflow order and closed in reverse. */
public abstract class RunningRole implements AutoCloseable {
    private final Closing running = new Closing(getClass().getSimpleName());

    /** Hears of a role, on its threads. */
    public interface Listener {
        /** A line for people. */
        void said(String line);

        /** It cannot go on; a new process may. */
        void broken(Throwable why);
    }

    RunningRole() {}

    /**
     * Starts everything; returns when it does its work.
     *
     * @return where people or other processes find it; may be empty
     */
    public abstract String start() throws Exception;

    final <T extends AutoCloseable> T closing(T part) {
        return running.add(part);
    }

    @Override
    public final void close() {
        running.close();
    }
}
