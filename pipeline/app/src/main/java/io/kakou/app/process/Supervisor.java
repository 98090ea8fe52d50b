package io.kakou.app.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Starts children one after the other, keeps each of them running, and ends them in reverse. */
public final class Supervisor implements AutoCloseable {
    private final List<ChildPlan> plans;
    private final ChildSettings settings;
    private final Listener listener;
    private final Deque<Child> children = new ArrayDeque<>();
    private boolean closed;

    /** Hears of the children, on their threads. */
    public interface Listener {
        /** It does its work; {@code detail} is what it said behind {@link ChildPlan#READY}. */
        void ready(String child, String detail);

        /** It said something else on its standard output. */
        void said(String child, String line);

        /** It died by itself and is started again after the seconds given. */
        void died(String child, int exit, double retrySeconds);
    }

    public Supervisor(List<ChildPlan> plans, ChildSettings settings, Listener listener) {
        this.plans = List.copyOf(plans);
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Starts each child once the one before is ready, or has not become so within the patience: it is kept trying, and the
     * others do not wait for ever.
     *
     * @return the names of those that are not ready yet
     */
    public List<String> start(double patienceSeconds) throws InterruptedException {
        for (ChildPlan plan : plans) {
            Child child = begin(plan);
            if (child == null) {
                break;
            }
            boolean unused = child.awaitReady(patienceSeconds);
        }
        return late();
    }

    private synchronized List<String> late() {
        return children.stream()
                .filter(child -> !child.isReady())
                .map(Child::name)
                .toList();
    }

    private synchronized @Nullable Child begin(ChildPlan plan) {
        if (closed) {
            return null;
        }
        Child child = new Child(plan, settings, listener);
        children.push(child);
        child.start();
        return child;
    }

    /** Ends the newest first, each in order or, past its time, by a kill. */
    @Override
    public void close() {
        Deque<Child> ending;
        synchronized (this) {
            closed = true;
            ending = new ArrayDeque<>(children);
            children.clear();
        }
        ending.forEach(Child::close);
    }

    static long nanos(double seconds) {
        return (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    }
}
