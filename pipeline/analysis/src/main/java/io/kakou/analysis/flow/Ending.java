package io.kakou.analysis.flow;

/** The end of a thread that somebody else waits for. */
public final class Ending {
    private Ending() {}

    /**
     * Returns when the thread has ended, whatever interrupts the wait: what it owns is free only then. An interrupt is
     * kept for the caller.
     */
    public static void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
