package io.kakou.analysis.flow;

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
    private final Waiting<T> waiting = new Waiting<>();
    private boolean untilKeyframe;
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
        boolean unused = waiting.guarded(() -> {
            boolean taken = !waiting.isClosed() && admits(item);
            if (taken) {
                waiting.add(item);
            } else {
                dropped++;
            }
            return taken;
        });
    }

    /** The oldest picture, or null when none came within the time or the box was closed and is empty. */
    public @Nullable T take(double seconds) throws InterruptedException {
        return waiting.take(seconds);
    }

    /** Pictures let go so far. */
    public long dropped() {
        return waiting.guarded(() -> dropped);
    }

    public boolean isClosed() {
        return waiting.isClosed();
    }

    /** Wakes the reader; what still waits can be taken. */
    @Override
    public void close() {
        waiting.close();
    }

    private boolean admits(T item) {
        if (waiting.items.size() == capacity) {
            dropped += waiting.items.size();
            waiting.items.clear();
            untilKeyframe = true;
        }
        untilKeyframe &= !keyframe.test(item);
        return !untilKeyframe;
    }
}
