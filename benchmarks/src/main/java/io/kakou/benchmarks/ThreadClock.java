package io.kakou.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** CPU time of the calling thread, in user and kernel. */
final class ThreadClock {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ThreadClock() {}

    static double micros() {
        return THREADS.getCurrentThreadCpuTime() / 1e3;
    }
}
