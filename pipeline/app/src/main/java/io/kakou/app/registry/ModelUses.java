package io.kakou.app.registry;

import io.kakou.events.Camera;
import io.kakou.events.ModelUse;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models that people have cameras looked at with, as this process knows it. Safe for many threads; asking never blocks. */
public final class ModelUses implements RegistryTopic.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(ModelUses.class);
    private static final Comparator<ModelUse> LATER =
            Comparator.comparing(ModelUse::from).thenComparing(ModelUse::id).reversed();

    private final InstantSource clock;
    private final Consumer<List<ModelUse>> changed;
    /** The latest first. */
    private volatile List<ModelUse> uses = List.of();

    /** @param changed hears all that there is at each change, on the registry's thread, before anybody is told of it */
    public ModelUses(InstantSource clock, Consumer<List<ModelUse>> changed) {
        this.clock = clock;
        this.changed = changed;
    }

    /** What is meant for a camera now, the latest first: that one counts. */
    public List<ModelUse> at(Camera camera) {
        List<ModelUse> all = uses;
        return all.isEmpty()
                ? List.of()
                : all.stream()
                        .filter(use -> use.covers(camera.id(), camera.kind()) && !use.isOver(clock.instant()))
                        .toList();
    }

    @Override
    public synchronized void all(Map<String, byte[]> values) {
        Map<String, ModelUse> now = new TreeMap<>();
        values.forEach((key, value) -> put(now, key, value));
        become(now);
    }

    @Override
    public synchronized void changed(String key, byte @Nullable [] value) {
        Map<String, ModelUse> now = new TreeMap<>();
        uses.forEach(use -> now.put(use.key(), use));
        now.remove(key);
        if (value != null) {
            put(now, key, value);
        }
        become(now);
    }

    private void become(Map<String, ModelUse> now) {
        List<ModelUse> all = now.values().stream().sorted(LATER).toList();
        changed.accept(all);
        uses = all;
    }

    /** One that cannot be read changes nothing: cameras are looked at as they are. */
    private static void put(Map<String, ModelUse> now, String key, byte[] value) {
        try {
            now.put(key, Json.read(ModelUse.class, value));
        } catch (UnreadableRecord e) {
            LOG.error("{} changes nothing: {}", key, e.reason());
        }
    }
}
