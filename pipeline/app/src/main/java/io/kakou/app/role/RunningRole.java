package io.kakou.app.role;

import io.kakou.analysis.flow.Closing;
import io.kakou.app.services.Retry;

/** The parts of one process, started in dataflow order and closed in reverse. */
public abstract class RunningRole implements AutoCloseable {
    private final Closing running = new Closing(getClass().getSimpleName());

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
        return running.add(part);
    }

    @Override
    public final void close() {
        running.close();
    }
}
