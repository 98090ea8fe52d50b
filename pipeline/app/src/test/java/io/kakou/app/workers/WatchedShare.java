package io.kakou.app.workers;

import static java.util.Objects.requireNonNull;

import io.kakou.analysis.recall.Learned;
import io.kakou.analysis.recall.MemoryKeeper;
import io.kakou.analysis.rule.dumping.DumpingMemory;
import io.kakou.analysis.rule.water.WaterloggingMemory;
import io.kakou.analysis.stature.StatureMemory;
import io.kakou.app.cameras.Owner;
import io.kakou.app.cameras.Watching;
import io.kakou.events.Camera;
import io.kakou.models.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A worker over the real group and the real memory, which opens no session: it notes who watches what, and since when. */
final class WatchedShare implements Watching, AutoCloseable {
    private static final Size SIZE = new Size(640, 360);

    private final String name;
    private final Map<String, WatchedShare> everybody;
    private final Queue<String> overlaps;
    private final MemoryTopic memory;
    private final SharedCameras cameras;
    private final Map<String, Watched> watched = new HashMap<>();
    private int emptied;

    private record Watched(Camera camera, Owner owner, MemoryKeeper keeper, double recalled) {}

    /** What several workers are compared in. */
    static final class Street {
        final Map<String, WatchedShare> workers = new ConcurrentHashMap<>();
        final Queue<String> overlaps = new ConcurrentLinkedQueue<>();
    }

    /** @param polling how the group is read, where that is not as the memory is */
    WatchedShare(String name, Map<String, Object> clients, Map<String, Object> polling, Street street) {
        this.name = name;
        this.everybody = street.workers;
        this.overlaps = street.overlaps;
        MemoryTopic.Self self = new MemoryTopic.Self(name, "http://127.0.0.1:1");
        this.memory = new MemoryTopic(clients, self, InstantSource.system());
        this.cameras = new SharedCameras(polling, self, new Takeover(memory, this), why -> overlaps.add("" + why));
        everybody.put(name, this);
    }

    WatchedShare started() {
        cameras.start();
        return this;
    }

    @Override
    public synchronized void all(Map<String, Camera> now) {
        List<String> gone = watched.entrySet().stream()
                .filter(each -> !isStill(each.getValue(), now.get(each.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        gone.forEach(id -> requireNonNull(watched.remove(id)).keeper().close());
        now.values().stream()
                .filter(camera -> !watched.containsKey(camera.id()))
                .forEach(this::open);
        emptied += now.isEmpty() ? 1 : 0;
        notifyAll();
    }

    private boolean isStill(Watched there, @Nullable Camera now) {
        return there.camera().equals(now)
                && there.owner().equals(memory.of(there.camera().id()));
    }

    private void open(Camera camera) {
        Owner owner = requireNonNull(memory.of(camera.id()));
        everybody.values().stream()
                .filter(other -> other != this && other.acts(camera.id()))
                .forEach(other -> overlaps.add(camera.id() + " at " + name + " and " + other.name));
        MemoryKeeper keeper = memory.keeper(camera);
        double noise = keeper.recall(SIZE).noise().levels();
        watched.put(camera.id(), new Watched(camera, owner, keeper, noise));
    }

    /** Whether what it sees of a camera would be told. */
    private boolean acts(String camera) {
        Owner owner = memory.of(camera);
        return owner != null && owner.lease().holds();
    }

    @Override
    public synchronized void changed(String id, @Nullable Camera camera) {
        Map<String, Camera> now = new HashMap<>();
        watched.forEach((each, so) -> now.put(each, so.camera()));
        if (camera == null) {
            now.remove(id);
        } else {
            now.put(id, camera);
        }
        all(now);
    }

    @Override
    public boolean settled(double seconds) {
        return true;
    }

    /** Teaches a camera something that can be told again. */
    synchronized void teach(String camera, double noise) {
        Learned learned = new Learned(
                StatureMemory.EMPTY, WaterloggingMemory.EMPTY, DumpingMemory.EMPTY, new Learned.Noise(noise));
        requireNonNull(watched.get(camera)).keeper().keep(learned, 1, Instant.now());
    }

    synchronized double recalled(String camera) {
        return requireNonNull(watched.get(camera)).recalled();
    }

    synchronized long generation(String camera) {
        return requireNonNull(watched.get(camera)).owner().generation();
    }

    synchronized Set<String> ids() {
        return new TreeSet<>(watched.keySet());
    }

    /** How often it was told to watch nothing. */
    synchronized int emptied() {
        return emptied;
    }

    void awaitCount(int least, int most) throws InterruptedException {
        await(() -> watched.size() >= least && watched.size() <= most, least + " to " + most + " cameras");
    }

    void awaitEmptied(int times) throws InterruptedException {
        await(() -> emptied >= times, "nothing to watch");
    }

    void awaitRecalled(String camera, double noise) throws InterruptedException {
        await(() -> watched.containsKey(camera) && recalled(camera) == noise, "forgotten " + camera);
    }

    private synchronized void await(BooleanSupplier so, String what) throws InterruptedException {
        long end = System.nanoTime() + 45_000_000_000L;
        while (!so.getAsBoolean()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError(name + " has not " + what + " but " + watched.size());
            }
            wait(left);
        }
    }

    @Override
    public void close() {
        cameras.close();
        memory.close();
    }
}
