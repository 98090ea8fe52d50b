package io.kakou.analysis.street;

import io.kakou.analysis.flow.Ending;
import io.kakou.analysis.look.Circumstances;
import io.kakou.analysis.look.Plan;
import io.kakou.analysis.look.Spent;
import io.kakou.analysis.look.StreetPlanner;
import io.kakou.analysis.look.StreetPlanner.Activity;
import io.kakou.analysis.look.StreetPlanner.Sharing;
import io.kakou.analysis.look.StreetSettings;
import io.kakou.analysis.look.Wish;
import io.kakou.analysis.look.Work;
import io.kakou.analysis.watch.CameraWatch;
import io.kakou.analysis.watch.Judged;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cameras that a process looks at, by a few threads. What is due waits in the order of its deadline; nothing is looked
 * at beyond the cores that the settings give, but for lifts and what is open.
 */
public final class Street implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Street.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double PLAN_SECONDS = 1;
    /** Lifts and what is open are looked at before all else, however late that is. */
    private static final double HEAD_START_SECONDS = 3600;
    /** What was not spent is kept for so long: keyframes come in crowds. */
    private static final double SAVED_SECONDS = 2;

    private final StreetSettings settings;
    private final StreetPlanner planner;
    private final Supplier<Circumstances> circumstances;
    private final Decoders decoders = new Decoders();
    private final Counts counts = new Counts();
    private final List<Thread> threads = new ArrayList<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition ended = lock.newCondition();
    private final TreeSet<StreetCamera> queue = new TreeSet<>(
            Comparator.comparingDouble((StreetCamera camera) -> camera.turn).thenComparing(System::identityHashCode));
    private final Set<StreetCamera> cameras = new HashSet<>();
    private volatile Sharing sharing;
    private double purse;
    private double filled;
    private double planned;
    private double spentSincePlan;
    /** By the clock. */
    private double tookSincePlan;

    private long goneDropped;
    private boolean closed;

    /** A street without cameras, at which nobody looks yet, and on which nothing ever shifts the work. */
    public Street(StreetSettings settings) {
        this(settings, () -> Circumstances.USUAL);
    }

    /**
     * A street without cameras, at which nobody looks yet.
     *
     * @param circumstances what shifts the work, asked at each planning; returns at once
     */
    public Street(StreetSettings settings, Supplier<Circumstances> circumstances) {
        this.settings = settings;
        this.circumstances = circumstances;
        this.planner = new StreetPlanner(settings);
        this.sharing = planner.replan(Spent.NOTHING);
        for (int i = 0; i < settings.threads(); i++) {
            Thread thread = new Thread(this::run, "look:" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
    }

    public void start() {
        filled = now();
        planned = filled;
        threads.forEach(Thread::start);
    }

    /**
     * Adds a camera; it is looked at as its pictures come.
     *
     * @param watch closed when the camera is
     * @param sink called with every look, never by two threads at once
     */
    public StreetCamera add(String id, Wish wish, CameraWatch watch, Consumer<Judged> sink) {
        Looking looking = new Looking(id, this, watch, sink);
        lock.lock();
        try {
            planner.add(id, wish);
            Plan first = Objects.requireNonNull(planner.plan(id));
            StreetCamera camera = new StreetCamera(this, first, looking);
            give(camera);
            cameras.add(camera);
            return camera;
        } finally {
            lock.unlock();
        }
    }

    /** How the cores are shared now. */
    public Sharing sharing() {
        return sharing;
    }

    /** What was done since the start. */
    public Done done() {
        lock.lock();
        try {
            long dropped = goneDropped
                    + cameras.stream().mapToLong(StreetCamera::dropped).sum();
            return counts.now(dropped);
        } finally {
            lock.unlock();
        }
    }

    double now() {
        return System.nanoTime() / 1e9;
    }

    double cpuSeconds() {
        return THREADS.getCurrentThreadCpuTime() / 1e9;
    }

    Decoders decoders() {
        return decoders;
    }

    Counts counts() {
        return counts;
    }

    /**
     * Whether everybody is glanced at as often as is promised. Only then hints are followed: a look between keyframes takes
     * ten times what one at a keyframe does.
     */
    boolean hasSpare() {
        return sharing.glanceStretch() <= 1;
    }

    void spent(String camera, Work what, double cpu) {
        lock.lock();
        try {
            planner.spent(camera, what, cpu);
        } finally {
            lock.unlock();
        }
    }

    /** A camera has something to be looked at before its deadline. */
    void due(StreetCamera camera, double deadline) {
        lock.lock();
        try {
            switch (camera.state) {
                case RESTING -> {
                    if (!camera.isBroken()) {
                        enqueue(camera, deadline);
                    }
                }
                case QUEUED -> {
                    if (deadline < camera.deadline) {
                        queue.remove(camera);
                        enqueue(camera, deadline);
                    }
                }
                case LOOKED_AT -> {
                    camera.again = true;
                    camera.deadline = deadline;
                }
                case CLOSED -> {}
            }
        } finally {
            lock.unlock();
        }
    }

    private void enqueue(StreetCamera camera, double deadline) {
        camera.deadline = deadline;
        camera.turn = camera.isUrgent() ? deadline - HEAD_START_SECONDS : deadline;
        camera.state = StreetCamera.State.QUEUED;
        queue.add(camera);
        work.signal();
    }

    private void run() {
        try (Lenses lenses = new Lenses()) {
            for (StreetCamera camera = take(); camera != null; camera = take()) {
                double before = cpuSeconds();
                double began = now();
                look(camera, lenses);
                rest(camera, cpuSeconds() - before, now() - began);
            }
        } catch (InterruptedException e) {
            LOG.debug("{} was told to stop", Thread.currentThread().getName());
        }
    }

    private void look(StreetCamera camera, Lenses lenses) {
        try {
            camera.look(lenses);
        } catch (RuntimeException bug) {
            camera.broke();
            LOG.error("{} is not looked at any more", camera.id(), bug);
        }
    }

    private @Nullable StreetCamera take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                double now = now();
                fill(now);
                StreetCamera first = purse > 0 ? queue.pollFirst() : urgent();
                if (first != null) {
                    first.state = StreetCamera.State.LOOKED_AT;
                    first.again = false;
                    first.lookedAt = true;
                    return first;
                }
                boolean unused = work.await(queue.isEmpty() ? 200 : 5, TimeUnit.MILLISECONDS);
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable StreetCamera urgent() {
        for (StreetCamera camera : queue) {
            if (camera.isUrgent()) {
                queue.remove(camera);
                return camera;
            }
        }
        return null;
    }

    private void fill(double now) {
        purse = Math.min(SAVED_SECONDS * settings.cores(), purse + settings.cores() * (now - filled));
        filled = now;
        if (now - planned >= PLAN_SECONDS) {
            cameras.forEach(camera -> planner.lasted(
                    camera.id(), camera.isFollowing() ? Activity.FOLLOWED : Activity.QUIET, camera.gopSeconds()));
            planner.under(circumstances.get());
            double spent = spentSincePlan / (now - planned);
            sharing = planner.replan(new Spent(spent, openCores(), late(now)));
            cameras.forEach(this::give);
            spentSincePlan = 0;
            tookSincePlan = 0;
            planned = now;
        }
    }

    private void give(StreetCamera camera) {
        camera.give(Objects.requireNonNull(planner.plan(camera.id())), planner.isUrgent(camera.id()));
    }

    /** All threads, as those had a core that looked. */
    private double openCores() {
        return tookSincePlan <= 0 ? settings.threads() : settings.threads() * spentSincePlan / tookSincePlan;
    }

    private double late(double now) {
        double first =
                queue.stream().mapToDouble(camera -> camera.deadline).min().orElse(now);
        return now - first;
    }

    private void rest(StreetCamera camera, double cpu, double took) {
        lock.lock();
        try {
            purse -= cpu;
            spentSincePlan += cpu;
            tookSincePlan += took;
            camera.lookedAt = false;
            if (camera.state != StreetCamera.State.CLOSED) {
                camera.state = StreetCamera.State.RESTING;
                if (camera.again && !camera.isBroken()) {
                    enqueue(camera, camera.deadline);
                }
            }
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when nobody looks at it any more. */
    void remove(StreetCamera camera) {
        lock.lock();
        try {
            if (!cameras.remove(camera)) {
                return;
            }
            goneDropped += camera.dropped();
            planner.remove(camera.id());
            queue.remove(camera);
            camera.state = StreetCamera.State.CLOSED;
            while (camera.lookedAt) {
                ended.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
        camera.end();
    }

    /** Returns when nothing is due and nothing is looked at. */
    public void awaitIdle() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!queue.isEmpty() || cameras.stream().anyMatch(camera -> camera.lookedAt)) {
                ended.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Looks at nothing more; cameras that are left are closed. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            work.signalAll();
        } finally {
            lock.unlock();
        }
        threads.forEach(Ending::await);
        List<StreetCamera> left;
        lock.lock();
        try {
            left = List.copyOf(cameras);
        } finally {
            lock.unlock();
        }
        left.forEach(StreetCamera::close);
        decoders.close();
    }
}
