package io.kakou.app.storm;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Time that passes as a part of what is tested. */
final class Pause {
    private static final double LOOK_SECONDS = 0.1;

    private Pause() {}

    static void seconds(double seconds) throws InterruptedException {
        boolean unused = new CountDownLatch(1).await((long) (seconds * 1e9), TimeUnit.NANOSECONDS);
    }

    /**
     * Looks again and again.
     *
     * @return the seconds it took
     * @throws AssertionError where it does not become so
     */
    static double until(String what, double patienceSeconds, BooleanSupplier so) throws InterruptedException {
        long began = System.nanoTime();
        while (!so.getAsBoolean()) {
            double waited = (System.nanoTime() - began) / 1e9;
            if (waited > patienceSeconds) {
                throw new AssertionError(what + ": not within " + patienceSeconds + " s");
            }
            seconds(LOOK_SECONDS);
        }
        return (System.nanoTime() - began) / 1e9;
    }
}
