package io.kakou.app.cameras;

import io.kakou.analysis.look.Look;
import io.kakou.analysis.street.Attention;
import io.kakou.analysis.watch.Judged;
import io.kakou.events.Alert;
import io.kakou.events.Camera;
import io.kakou.events.Health;
import io.kakou.events.PersonSighting;
import io.kakou.events.Sighting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cameras that are watched, brought to what the log says by a thread of its own: new ones are opened, changed ones
 * opened anew, removed ones closed. Four times a second it asks each how it stands. None is opened before it is known what
 * people have switched off, and which models they have turned to.
 */
public final class CameraSet implements AutoCloseable, Watching {
    private static final Logger LOG = LoggerFactory.getLogger(CameraSet.class);
    private static final long STEP_MILLIS = 250;
    private static final double TELL_SECONDS = 10;
    private static final double REOPEN_SECONDS = 10;

    private final CameraParts parts;
    private final Owners owners;
    private final Listener listener;
    private final CameraNews news;
    private final InstantSource clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "camera-set");
    private final Map<String, WatchedCamera> watched = new ConcurrentHashMap<>();
    private final Map<String, Health> told = new HashMap<>();
    /** What the log says; null until it was read to its end. */
    private @Nullable Map<String, Camera> wanted;

    private boolean changed;
    private long asked;
    private long done;

    /** Hears of the cameras. */
    public interface Listener {
        /** An alert, stamped with the owner, once its evidence is stored; on threads of the evidence. */
        void raised(Alert alert);

        /** A look and what it came to, before anything of it is kept; on the camera's thread. Never blocks. */
        default void looked(Camera camera, Judged judged, Owner owner) {}

        /** A vehicle with its plate, stamped with the owner; on the camera's thread. Never blocks. */
        void sighted(Sighting sighting);

        /**
         * Somebody who passes, stamped with the owner; on the camera's thread. Never blocks.
         *
         * @param look in which it was told; its picture holds until this returns
         */
        default void passed(PersonSighting sighting, Look look) {}

        /** A camera's health at a change and every {@value #TELL_SECONDS} s; on the set's thread. */
        void stands(Health health);

        /** A line for people where a camera shows nothing, and where it is well again; on the set's thread. */
        void said(String line);
    }

    /** A set that watches nothing. */
    public CameraSet(CameraParts parts, Owners owners, Listener listener, InstantSource clock) {
        this.parts = parts;
        this.owners = owners;
        this.listener = listener;
        this.news = new CameraNews(listener::said);
        this.clock = clock;
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    @Override
    public synchronized void all(Map<String, Camera> cameras) {
        wanted = new HashMap<>(cameras);
        changed = true;
        asked++;
    }

    @Override
    public synchronized void changed(String id, @Nullable Camera camera) {
        Map<String, Camera> all = Objects.requireNonNull(wanted);
        if (camera == null) {
            all.remove(id);
        } else {
            all.put(id, camera);
        }
        changed = true;
        asked++;
    }

    @Override
    public synchronized boolean settled(double seconds) throws InterruptedException {
        long upTo = asked;
        long end = System.nanoTime() + Math.round(seconds * 1e9);
        while (done < upTo) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** A camera that is watched here, or null. */
    public @Nullable Camera camera(String id) {
        WatchedCamera found = watched.get(id);
        return found == null ? null : found.camera();
    }

    /** What is kept of a camera's pictures, or null where it is not watched. */
    public @Nullable Witness witness(String camera) {
        WatchedCamera found = watched.get(camera);
        return found == null ? null : found.witness();
    }

    /** How every camera stands now. */
    public List<Health> healths() {
        return watched.values().stream()
                .map(camera -> camera.standing(clock.instant()).health())
                .toList();
    }

    /** How each camera that is looked at is watched, by id. */
    public Map<String, Attention> attentions() {
        Map<String, Attention> all = new TreeMap<>();
        watched.forEach((id, camera) -> {
            Attention attention = camera.attention();
            if (attention != null) {
                all.put(id, attention);
            }
        });
        return all;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                step();
            } while (!closing.await(STEP_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.debug("the set of cameras was told to stop");
        } finally {
            closeAll(watched.values());
            watched.clear();
        }
    }

    private void step() {
        Wanted now = takeChange();
        if (now != null) {
            bringTo(now.cameras());
            done(now.asked());
        }
        reopenBroken();
        watched.values().forEach(this::tell);
    }

    private synchronized @Nullable Wanted takeChange() {
        if (!changed || wanted == null || !parts.areKnown()) {
            return null;
        }
        changed = false;
        return new Wanted(Map.copyOf(wanted), asked);
    }

    private synchronized void done(long upTo) {
        done = upTo;
        notifyAll();
    }

    /** @param asked how often it was told something by then */
    private record Wanted(Map<String, Camera> cameras, long asked) {}

    private void bringTo(Map<String, Camera> now) {
        Set<String> gone = new HashSet<>(watched.keySet());
        gone.removeAll(now.keySet());
        removeAll(gone);
        gone.forEach(news::forget);
        now.forEach((id, camera) -> {
            WatchedCamera there = watched.get(id);
            if (there == null || !there.isStill(camera, owners.of(id))) {
                remove(id);
                open(camera);
            }
        });
    }

    /** A judge that broke once may break again: not before the picture that broke it has passed. */
    private void reopenBroken() {
        for (WatchedCamera camera : new ArrayList<>(watched.values())) {
            Health last = told.get(camera.camera().id());
            boolean waited = last == null || secondsSince(last) >= REOPEN_SECONDS;
            if (camera.isBroken() && waited) {
                remove(camera.camera().id());
                open(camera.camera());
            }
        }
    }

    private void open(Camera camera) {
        Owner owner = owners.of(camera.id());
        if (owner == null) {
            return; // given up since; it is told so next
        }
        WatchedCamera fresh = new WatchedCamera(camera, parts, owner, listener);
        fresh.start();
        watched.put(camera.id(), fresh);
    }

    private void removeAll(Set<String> gone) {
        closeAll(gone.stream().map(watched::get).filter(Objects::nonNull).toList());
        gone.forEach(this::remove);
    }

    /** Every goodbye takes a moment, and another worker may be waiting: all at once. */
    private static void closeAll(Collection<WatchedCamera> cameras) {
        cameras.forEach(WatchedCamera::beginClose);
        cameras.parallelStream().forEach(WatchedCamera::close);
    }

    private void remove(String id) {
        WatchedCamera closed = watched.remove(id);
        if (closed != null) {
            closed.close();
            told.remove(id);
        }
    }

    private void tell(WatchedCamera camera) {
        if (!camera.isOwned()) {
            return;
        }
        Standing standing = camera.standing(clock.instant());
        news.see(standing);
        Health now = standing.health();
        Health last = told.get(now.camera());
        if (last == null || secondsSince(last) >= TELL_SECONDS || !sameState(last, now)) {
            told.put(now.camera(), now);
            listener.stands(now);
        }
    }

    private double secondsSince(Health last) {
        return Duration.between(last.at(), clock.instant()).toMillis() / 1000.0;
    }

    private static boolean sameState(Health last, Health now) {
        return last.stage() == now.stage()
                && Objects.equals(last.blind(), now.blind())
                && last.brakes().equals(now.brakes())
                && Objects.equals(last.judgedBy(), now.judgedBy());
    }
}
