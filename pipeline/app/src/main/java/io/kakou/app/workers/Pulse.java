package io.kakou.app.workers;

import java.util.concurrent.TimeUnit;

/**
 * When the thread that polls last came round. A process that stood still (stopped, swapped out, a machine that slept) finds
 * here that it did, before it does anything else. Safe for many threads.
 */
final class Pulse {
    /**
     * The group gives a silent worker's cameras away after 10 s without its heartbeat, of which there is one every 2 s: 8 s
     * after the last round nobody else can have them yet.
     */
    static final double LIMIT_SECONDS = 8;

    private final double limitSeconds;
    private volatile long nanos;
    private volatile long millis;

    Pulse(double limitSeconds) {
        this.limitSeconds = limitSeconds;
        restart();
    }

    /** The thread came round, unless it is too late for that; then it says false, and it stays missed. */
    boolean beat() {
        long nowNanos = System.nanoTime();
        long nowMillis = System.currentTimeMillis();
        if (isTooLong(nowNanos, nowMillis)) {
            return false;
        }
        nanos = nowNanos;
        millis = nowMillis;
        return true;
    }

    /** Begins anew; to be called when nothing hangs on it any more. */
    void restart() {
        nanos = System.nanoTime();
        millis = System.currentTimeMillis();
    }

    boolean missed() {
        return isTooLong(System.nanoTime(), System.currentTimeMillis());
    }

    /** The monotone clock stands while the machine sleeps, the other may be set back: the longer of both counts. */
    private boolean isTooLong(long nowNanos, long nowMillis) {
        long steady = TimeUnit.NANOSECONDS.toMillis(nowNanos - nanos);
        return Math.max(steady, nowMillis - millis) > limitSeconds * 1000;
    }
}
