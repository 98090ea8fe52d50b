package io.kakou.app.registry;

import io.kakou.events.Lift;
import io.kakou.events.LiftRelease;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lifts and what people have let go, as the registry has them; told whole at each change. One that cannot be read is left
 * out, so that nobody commands it.
 */
public final class KnownLifts implements RegistryTopic.Listener {
    /** What the keys of both begin with. */
    public static final String PREFIX = "lift";

    private static final Logger LOG = LoggerFactory.getLogger(KnownLifts.class);

    private final Consumer<Collection<Lift>> lifts;
    private final Consumer<Collection<LiftRelease>> releases;
    private final Map<String, Lift> known = new TreeMap<>();
    private final Map<String, LiftRelease> released = new TreeMap<>();

    public KnownLifts(Consumer<Collection<Lift>> lifts, Consumer<Collection<LiftRelease>> releases) {
        this.lifts = lifts;
        this.releases = releases;
    }

    @Override
    public synchronized void all(Map<String, byte[]> values) {
        known.clear();
        released.clear();
        values.forEach(this::put);
        tell();
    }

    @Override
    public synchronized void changed(String key, byte @Nullable [] value) {
        known.remove(key);
        released.remove(key);
        if (value != null) {
            put(key, value);
        }
        tell();
    }

    private void put(String key, byte[] value) {
        try {
            if (key.startsWith(Lift.KEY)) {
                known.put(key, Json.read(Lift.class, value));
            } else if (key.startsWith(LiftRelease.KEY)) {
                released.put(key, Json.read(LiftRelease.class, value));
            }
        } catch (UnreadableRecord e) {
            LOG.error("{} cannot be read: {}", key, e.reason());
        }
    }

    private void tell() {
        lifts.accept(Map.copyOf(known).values());
        releases.accept(Map.copyOf(released).values());
    }
}
