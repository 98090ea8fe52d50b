package io.kakou.app.workers;

import io.kakou.analysis.recall.MemoryKeeper;
import io.kakou.analysis.recall.MemoryShelf;
import io.kakou.app.cameras.Lease;
import io.kakou.app.cameras.Owner;
import io.kakou.app.cameras.Owners;
import io.kakou.events.Camera;
import io.kakou.events.Claim;
import io.kakou.events.LearnedMemory;
import io.kakou.events.json.Json;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * The topic {@code memory} as one worker has it: partitions are claimed on it, which gives the generation, and what others
 * have left there before the claim is what watching begins with. Safe for many threads.
 */
public final class MemoryTopic implements Owners, AutoCloseable {
    private final Map<String, Object> clients;
    private final Self self;
    private final InstantSource clock;
    private final MemoryWriter writer;
    private final Map<Integer, Owner> owners = new ConcurrentHashMap<>();
    private final Map<String, LearnedMemory> newest = new ConcurrentHashMap<>();
    /** Of the cameras that are or were watched since their partitions came. */
    private final Map<String, MemoryKeeper> keepers = new ConcurrentHashMap<>();

    /** Removed while they were watched: the last word of their watching comes later, and is not to be kept. */
    private final Set<String> removed = ConcurrentHashMap.newKeySet();

    /**
     * Who this worker is.
     *
     * @param door where it answers the console, or null where that is known
     */
    public record Self(String worker, @Nullable String door) {}

    /** @param clients how to reach the log */
    public MemoryTopic(Map<String, Object> clients, Self self, InstantSource clock) {
        this.clients = Map.copyOf(clients);
        this.self = self;
        this.clock = clock;
        this.writer = new MemoryWriter(clients);
    }

    /**
     * Takes partitions; returns when they are this worker's own and all that was left there is known.
     *
     * @throws KafkaException where the log is away; nothing is claimed then
     */
    void claim(Map<Integer, Lease> leases) throws InterruptedException {
        Map<Integer, Long> claims =
                writer.claim(leases.keySet(), new Claim(self.worker(), self.door(), clock.instant()));
        newest.putAll(new MemoryReader().read(clients, claims));
        leases.forEach((part, lease) ->
                owners.put(part, new Owner(self.worker(), Claim.generation(claims.getOrDefault(part, 0L)), lease)));
    }

    /** Gives partitions up. */
    void release(Collection<Integer> parts) {
        owners.keySet().removeAll(parts);
        keepers.keySet().removeIf(camera -> parts.contains(Partitions.of(camera)));
        newest.values().removeIf(memory -> parts.contains(Partitions.of(memory.camera())));
    }

    @Override
    public @Nullable Owner of(String camera) {
        return owners.get(Partitions.of(camera));
    }

    /** Keeps what is learned of a camera while it is this worker's own. */
    public MemoryKeeper keeper(Camera camera) {
        removed.remove(camera.id());
        Owner owner = of(camera.id());
        if (owner == null) {
            return MemoryKeeper.NONE;
        }
        MemoryKeeper keeper = MemoryKeeper.of(camera, new Shelf(owner));
        keepers.put(camera.id(), keeper);
        return keeper;
    }

    /** What was learned of a camera of this worker, for whoever looks at it again; what that learns is kept nowhere. */
    public MemoryKeeper recaller(Camera camera) {
        return MemoryKeeper.of(camera, new MemoryShelf() {
            @Override
            public Optional<LearnedMemory> newest(String id, String rule) {
                return Optional.ofNullable(newest.get(LearnedMemory.key(id, rule)));
            }

            @Override
            public void put(LearnedMemory memory) {
                // Live looks have taught it already.
            }
        });
    }

    /** A camera is no more: what it has taught goes with it. */
    void removed(String camera) {
        removed.add(camera);
        newest.entrySet().stream()
                .filter(each -> each.getValue().camera().equals(camera))
                .forEach(each -> forget(each.getKey(), camera));
    }

    /** Forgets the cameras of these partitions that are not among these: they were removed while nobody looked. */
    void tidy(Collection<Integer> parts, Set<String> cameras) {
        newest.forEach((key, memory) -> {
            if (parts.contains(Partitions.of(memory.camera())) && !cameras.contains(memory.camera())) {
                forget(key, memory.camera());
            }
        });
    }

    private void forget(String key, String camera) {
        newest.remove(key);
        writer.write(Partitions.of(camera), key, null);
    }

    /** Has everything written that was learned; hundreds of cameras take longer to close than others wait for them. */
    public void write() {
        write(Partitions.all());
    }

    /** The same of the cameras of these partitions. */
    void write(Collection<Integer> parts) {
        keepers.forEach((camera, keeper) -> {
            if (parts.contains(Partitions.of(camera))) {
                keeper.write();
            }
        });
    }

    /** Returns when what was learned is on the log. */
    void flush() {
        writer.flush();
    }

    @Override
    public void close() {
        writer.close();
    }

    private void put(LearnedMemory memory, Owner owner) {
        if (!owner.lease().holds() || removed.contains(memory.camera())) {
            return;
        }
        LearnedMemory ours = memory.by(owner.worker(), owner.generation());
        String key = LearnedMemory.key(ours.camera(), ours.rule());
        newest.put(key, ours);
        writer.write(Partitions.of(ours.camera()), key, Json.write(ours));
    }

    private final class Shelf implements MemoryShelf {
        private final Owner owner;

        Shelf(Owner owner) {
            this.owner = owner;
        }

        @Override
        public Optional<LearnedMemory> newest(String camera, String rule) {
            return Optional.ofNullable(newest.get(LearnedMemory.key(camera, rule)));
        }

        @Override
        public void put(LearnedMemory memory) {
            MemoryTopic.this.put(memory, owner);
        }
    }
}
