package io.kakou.app.workers;

import static java.util.Objects.requireNonNull;

import io.kakou.app.cameras.Lease;
import io.kakou.app.cameras.Watching;
import io.kakou.events.Camera;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToLongFunction;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions that the group gave to this worker, on their way to being watched: read to their end, claimed, watched,
 * given away. Claiming is done on a thread of its own. Safe for many threads.
 */
public final class Takeover implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Takeover.class);
    private static final long RETRY_MILLIS = 1_000;

    private final MemoryTopic memory;
    private final Watching watching;
    private final Pulse pulse;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "take-cameras");
    private final Map<Integer, Part> parts = new HashMap<>();
    private boolean claiming;

    /** One partition; whoever holds {@link Takeover} owns it. */
    private static final class Part {
        private final Map<String, Camera> known = new HashMap<>();
        private final long end;
        private final Held lease;
        private boolean whole;
        private boolean taken;

        Part(long end, Held lease) {
            this.end = end;
            this.lease = lease;
        }
    }

    /** Nothing is taken yet. */
    public Takeover(MemoryTopic memory, Watching watching) {
        this(memory, watching, new Pulse(Pulse.LIMIT_SECONDS));
    }

    Takeover(MemoryTopic memory, Watching watching, Pulse pulse) {
        this.memory = memory;
        this.watching = watching;
        this.pulse = pulse;
        this.thread.setDaemon(true);
    }

    Pulse pulse() {
        return pulse;
    }

    void start() {
        watching.all(Map.of());
        thread.start();
    }

    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Partitions come: to be read up to these offsets first. */
    synchronized void begin(Map<Integer, Long> ends) {
        ends.forEach((number, end) -> {
            Part before = parts.put(number, new Part(end, new Held(pulse)));
            if (before != null) {
                before.lease.end();
            }
        });
    }

    /** A camera as it stands on the log, or null where it is no more. */
    synchronized void learn(int number, String id, @Nullable Camera camera) {
        Part part = parts.get(number);
        if (part == null) {
            return;
        }
        if (camera == null) {
            part.known.remove(id);
        } else {
            part.known.put(id, camera);
        }
        if (part.taken) {
            if (camera == null) {
                memory.removed(id);
            }
            watching.changed(id, camera);
        }
    }

    /** Has those claimed that are read to their end. Where that is may take its time, in which all may be lost. */
    void reached(IntToLongFunction position) {
        Map<Integer, Long> reached = new HashMap<>();
        unread().forEach(number -> reached.put(number, position.applyAsLong(number)));
        synchronized (this) {
            reached.forEach((number, at) -> {
                Part part = parts.get(number);
                if (part != null && at >= part.end) {
                    part.whole = true;
                }
            });
            notifyAll();
        }
    }

    private synchronized List<Integer> unread() {
        return parts.keySet().stream()
                .filter(number -> !requireNonNull(parts.get(number)).whole)
                .toList();
    }

    /** Everything is another's, perhaps: nothing is done any more, and all is closed. */
    synchronized void lose() {
        if (!parts.isEmpty()) {
            parts.values().forEach(part -> part.lease.end());
            memory.release(List.copyOf(parts.keySet()));
            parts.clear();
            watching.all(Map.of());
        }
    }

    void giveAll(double seconds) {
        Set<Integer> all;
        synchronized (this) {
            all = new HashSet<>(parts.keySet());
        }
        give(all, seconds);
    }

    /** Closes the cameras of these and leaves what they taught on the log; returns when that is so, or time is up. */
    void give(Collection<Integer> numbers, double seconds) {
        memory.write(numbers);
        List<Part> given = leave(numbers);
        try {
            boolean closed = watching.settled(seconds);
            memory.flush();
            if (!closed) {
                LOG.warn("cameras that are given away are not closed within {} s; they are told nothing of", seconds);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            given.forEach(part -> part.lease.end());
            memory.release(numbers);
        }
    }

    /** A claim that is under way must not come behind that of the next owner. */
    private synchronized List<Part> leave(Collection<Integer> numbers) {
        List<Part> given = new ArrayList<>();
        for (int each : numbers) {
            Part part = parts.remove(each);
            if (part != null) {
                given.add(part);
            }
        }
        watching.all(watched());
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
            while (claiming && System.nanoTime() < end) {
                wait(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return given;
    }

    private Map<String, Camera> watched() {
        Map<String, Camera> all = new HashMap<>();
        parts.values().stream().filter(part -> part.taken).forEach(part -> all.putAll(part.known));
        return all;
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                take(awaited());
            }
        } catch (InterruptedException e) {
            LOG.debug("the taker of cameras was told to stop");
        }
    }

    private synchronized Map<Integer, Part> awaited() throws InterruptedException {
        Map<Integer, Part> ready = ready();
        while (ready.isEmpty()) {
            wait();
            ready = ready();
        }
        claiming = true;
        return ready;
    }

    private Map<Integer, Part> ready() {
        Map<Integer, Part> ready = new HashMap<>();
        parts.forEach((number, part) -> {
            if (part.whole && !part.taken && part.lease.holds()) {
                ready.put(number, part);
            }
        });
        return ready;
    }

    private void take(Map<Integer, Part> ready) throws InterruptedException {
        boolean claimed = false;
        try {
            Map<Integer, Lease> leases = new HashMap<>();
            ready.forEach((number, part) -> leases.put(number, part.lease));
            memory.claim(leases);
            claimed = true;
        } catch (KafkaException e) {
            LOG.warn("cameras cannot be claimed and are tried again: {}", e.getMessage());
        } finally {
            taken(claimed ? ready : Map.of());
        }
        if (!claimed) {
            boolean unused = closing.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void taken(Map<Integer, Part> ready) {
        claiming = false;
        notifyAll();
        Set<String> cameras = new HashSet<>();
        Set<Integer> ours = new HashSet<>();
        ready.forEach((number, part) -> {
            if (parts.get(number) == part) {
                part.taken = true;
                ours.add(number);
                cameras.addAll(part.known.keySet());
            } else if (!parts.containsKey(number)) {
                memory.release(List.of(number));
            }
        });
        if (!ours.isEmpty()) {
            memory.tidy(ours, cameras);
            watching.all(watched());
        }
    }
}
