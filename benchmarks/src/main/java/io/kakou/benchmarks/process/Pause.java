package io.kakou.benchmarks.process;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** While something is measured, nothing is done. */
public final class Pause {
    private Pause() {}

    /** Returns so much later; at once where it is less than none. */
    public static void seconds(double seconds) throws InterruptedException {
        boolean unused = new CountDownLatch(1).await(Math.round(Math.max(0, seconds) * 1e9), TimeUnit.NANOSECONDS);
    }
}
