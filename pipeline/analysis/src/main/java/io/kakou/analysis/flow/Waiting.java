package io.kakou.analysis.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What waits between threads, oldest first, until it is closed. What may come in, and how much, its owner decides. */
final class Waiting<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    /** Only within {@link #guarded}. */
    final Deque<T> items = new ArrayDeque<>();

    private boolean closed;

    /** Runs while nobody else touches what waits. */
    <R> R guarded(Supplier<R> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Puts an item behind the others and wakes who waits for it; within {@link #guarded}. */
    void add(T item) {
        items.add(item);
        filled.signal();
    }

    /** The oldest, or null when none came within the time or it was closed and is empty. */
    @Nullable
    T take(double seconds) throws InterruptedException {
        long left = (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        lock.lockInterruptibly();
        try {
            while (items.isEmpty() && !closed && left > 0) {
                left = filled.awaitNanos(left);
            }
            return items.poll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        return guarded(() -> closed);
    }

    /** Wakes all who wait; what still waits can be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
