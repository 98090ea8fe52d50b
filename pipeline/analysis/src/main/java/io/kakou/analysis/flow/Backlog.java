package io.kakou.analysis.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A queue of work bounded by number and by weight: what does not fit is refused, and whoever offered it says so where
 * it is missed. Offering never waits.
 */
public final class Backlog<T> implements AutoCloseable {
    private final int most;
    private final long mostWeight;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Deque<Weighed<T>> waiting = new ArrayDeque<>();
    private long weight;
    private boolean closed;

    private record Weighed<T>(T item, long weight) {}

    /**
     * An empty queue.
     *
     * @param most items that may wait, at least 1
     * @param mostWeight of all that waits together, in the items' own unit
     */
    public Backlog(int most, long mostWeight) {
        if (most < 1) {
            throw new IllegalArgumentException("backlog of " + most + " items; allowed: 1 or more");
        }
        this.most = most;
        this.mostWeight = mostWeight;
    }

    /** Whether the item was taken. */
    public boolean offer(T item, long itemWeight) {
        lock.lock();
        try {
            if (closed || waiting.size() == most || weight + itemWeight > mostWeight) {
                return false;
            }
            waiting.add(new Weighed<>(item, itemWeight));
            weight += itemWeight;
            filled.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The oldest item, or null when none came within the time or the queue was closed and is empty. */
    public @Nullable T take(double seconds) throws InterruptedException {
        long left = (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && !closed && left > 0) {
                left = filled.awaitNanos(left);
            }
            Weighed<T> next = waiting.poll();
            weight -= next == null ? 0 : next.weight;
            return next == null ? null : next.item;
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing will ever be taken again. */
    public boolean isDone() {
        lock.lock();
        try {
            return closed && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Refuses what comes from now on; what still waits can be taken. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
