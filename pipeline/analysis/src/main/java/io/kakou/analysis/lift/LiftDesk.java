package io.kakou.analysis.lift;

import io.kakou.analysis.flow.Backlog;
import io.kakou.analysis.flow.Ending;
import io.kakou.events.Lift;
import io.kakou.events.LiftRelease;
import io.kakou.events.LiftState;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the doors of the lifts whose cameras this process watches. One thread owns every lease; whoever looks hands its look
 * over and goes on. Safe for many threads.
 */
public final class LiftDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiftDesk.class);
    private static final int MOST_WAITING = 4096;
    private static final double STEP_SECONDS = 0.1;

    private final LiftSettings settings;
    private final DrivenLift.Outside outside;
    private final Backlog<Runnable> waiting = new Backlog<>(MOST_WAITING, MOST_WAITING);
    private final Thread thread = new Thread(this::run, "lifts");
    /** By camera; of the thread alone. */
    private final Map<String, Lift> lifts = new HashMap<>();

    private final Map<String, LiftRelease> releases = new HashMap<>();
    private final Map<String, DrivenLift> driven = new HashMap<>();
    /** Of the newest state of any lift; of the thread alone. */
    private long number;

    private volatile boolean closing;

    /** Whether another worker may come to watch the same camera while this one still does. */
    public enum Peers {
        NONE,
        /** Then a controller is commanded only where it tells an old generation from a new one by itself. */
        SOME
    }

    /**
     * A desk that does nothing yet and knows no lift.
     *
     * @param listener hears how each lift stands, on the desk's thread; never blocks
     */
    public LiftDesk(
            LiftSettings settings, Peers peers, Doors doors, InstantSource clock, Consumer<LiftState> listener) {
        this.settings = settings;
        this.outside = new DrivenLift.Outside(peers, doors, clock, listener, () -> ++number, this::offer);
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Stops; doors that are held are let go by their controllers. */
    @Override
    public void close() {
        closing = true;
        waiting.close();
        Ending.await(thread);
    }

    /** All lifts there are, in the place of all before. */
    public void lifts(Collection<Lift> all) {
        offer(() -> replace(all));
    }

    /** All doors that people have let go, in the place of all before. */
    public void releases(Collection<LiftRelease> all) {
        offer(() -> {
            releases.clear();
            all.forEach(release -> releases.put(release.lift(), release));
        });
    }

    /** A camera was looked at; of cameras that are in no lift too. Never blocks. */
    public void looked(CabinLook look, Watcher watcher) {
        offer(() -> take(look, watcher));
    }

    /** What does not fit is let go: the next look comes within seconds, and a lease that hears of none ends. */
    private void offer(Runnable work) {
        if (!waiting.offer(work, 1) && !closing) {
            LOG.error("the desk of lifts does not keep up: a message was let go");
        }
    }

    private void replace(Collection<Lift> all) {
        lifts.clear();
        all.forEach(lift -> {
            Lift other = lifts.put(lift.camera(), lift);
            if (other != null) {
                LOG.error("lifts {} and {} have one camera, {}", other.id(), lift.id(), lift.camera());
            }
        });
        driven.values().removeIf(each -> {
            boolean gone = !each.lift().equals(lifts.get(each.lift().camera()));
            if (gone) {
                each.close();
            }
            return gone;
        });
    }

    private void take(CabinLook look, Watcher watcher) {
        Lift lift = lifts.get(look.camera());
        if (lift == null) {
            return;
        }
        DrivenLift there = driven.get(look.camera());
        if (there == null || watcher.generation() > there.watcher().generation()) {
            if (there != null) {
                there.close();
            }
            there = new DrivenLift(lift, watcher, settings, outside);
            driven.put(look.camera(), there);
        }
        if (watcher.generation() == there.watcher().generation()) {
            there.looked(look, seconds());
            step(there);
        }
    }

    private void step(DrivenLift each) {
        each.step(seconds(), releases.get(each.lift().id()));
    }

    private static double seconds() {
        return System.nanoTime() / 1e9;
    }

    private void run() {
        try {
            double nextStep = seconds();
            while (!closing) {
                Runnable work = waiting.take(Math.max(0, nextStep - seconds()));
                if (work != null) {
                    guarded(work);
                }
                if (seconds() >= nextStep) {
                    guarded(this::stepAll);
                    nextStep = seconds() + STEP_SECONDS;
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("the desk of lifts was told to stop");
        } finally {
            driven.values().forEach(DrivenLift::close);
        }
    }

    /** A fault at one lift is that lift's: its door opens by itself. */
    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("at the desk of lifts: {}", e.toString(), e);
        }
    }

    private void stepAll() {
        double now = seconds();
        driven.values().removeIf(each -> {
            boolean over = each.isOver(now);
            if (over) {
                each.close();
            }
            return over;
        });
        driven.values().forEach(this::step);
    }
}
