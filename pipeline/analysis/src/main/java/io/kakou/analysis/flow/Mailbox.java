package io.kakou.analysis.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue of coded pictures between a network thread and a decoding one. Live pictures are of use only while
 * they are new and only from a keyframe on: when the box is full all that waits in it is let go, and so is what comes
 * until the next keyframe. What is let go is counted.
 */
public final class Mailbox<T> implements AutoCloseable {
    private final int capacity;
    private final Predicate<T> keyframe;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Deque<T> waiting = new ArrayDeque<>();
    private boolean untilKeyframe;
    private boolean closed;
    private long dropped;

    /**
     * An empty box.
     *
     * @param capacity pictures that may wait, at least 1
     * @param keyframe whether decoding can begin at a picture
     */
    public Mailbox(int capacity, Predicate<T> keyframe) {
        if (capacity < 1) {
            throw new IllegalArgumentException("mailbox capacity is " + capacity + "; allowed: 1 or more");
        }
        this.capacity = capacity;
        this.keyframe = keyframe;
    }

    /** Hands a picture over, or lets it go. Never waits for the reader. */
    public void offer(T item) {
        lock.lock();
        try {
            if (closed || !admits(item)) {
                dropped++;
                return;
            }
            waiting.add(item);
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The oldest picture, or null when none came within the time or the box was closed and is empty. */
    public @Nullable T take(double seconds) throws InterruptedException {
        long left = (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && !closed && left > 0) {
                left = filled.awaitNanos(left);
            }
            return waiting.poll();
        } finally {
            lock.unlock();
        }
    }

    /** Pictures let go so far. */
    public long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    public boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Wakes the reader; what still waits can be taken. */
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

    private boolean admits(T item) {
        if (waiting.size() == capacity) {
            dropped += waiting.size();
            waiting.clear();
            untilKeyframe = true;
        }
        untilKeyframe &= !keyframe.test(item);
        return !untilKeyframe;
    }
}
