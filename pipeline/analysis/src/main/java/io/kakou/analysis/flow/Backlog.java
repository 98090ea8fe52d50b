package io.kakou.analysis.flow;

import org.jspecify.annotations.Nullable;

/**
 * A queue of work bounded by number and by weight: what does not fit is refused, and whoever offered it says so where
 * it is missed. Offering never waits.
 */
public final class Backlog<T> implements AutoCloseable {
    private final int most;
    private final long mostWeight;
    private final Waiting<Weighed<T>> waiting = new Waiting<>();
    private long weight;

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
        return waiting.guarded(() -> {
            boolean fits = waiting.items.size() < most && weight + itemWeight <= mostWeight;
            if (waiting.isClosed() || !fits) {
                return false;
            }
            waiting.add(new Weighed<>(item, itemWeight));
            weight += itemWeight;
            return true;
        });
    }

    /** The oldest item, or null when none came within the time or the queue was closed and is empty. */
    public @Nullable T take(double seconds) throws InterruptedException {
        Weighed<T> next = waiting.take(seconds);
        if (next == null) {
            return null;
        }
        return waiting.guarded(() -> {
            weight -= next.weight;
            return next.item;
        });
    }

    /** Whether nothing will ever be taken again. */
    public boolean isDone() {
        return waiting.guarded(() -> waiting.isClosed() && waiting.items.isEmpty());
    }

    /** Refuses what comes from now on; what still waits can be taken. */
    @Override
    public void close() {
        waiting.close();
    }
}
