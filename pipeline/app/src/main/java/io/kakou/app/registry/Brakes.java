package io.kakou.app.registry;

import io.kakou.events.Brake;
import io.kakou.events.Braked;
import io.kakou.events.EventKind;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules that people have switched off, as this process knows them. Safe for many threads; asking never blocks. */
public final class Brakes implements RegistryTopic.Listener {
    /** Of a process for which nobody switches anything off. */
    public static final Brakes NONE = none();

    private static final Logger LOG = LoggerFactory.getLogger(Brakes.class);

    private final InstantSource clock;
    private final Consumer<String> people;
    private volatile Map<String, Held> held = Map.of();
    private volatile boolean known;

    /** A brake, and its cameras as they are asked for at each look. */
    private record Held(Brake brake, Set<String> cameras, Set<String> except) {
        static Held of(Brake brake) {
            return new Held(brake, Set.copyOf(brake.cameras()), Set.copyOf(brake.except()));
        }

        boolean covers(String camera, Instant now) {
            return (cameras.isEmpty() || cameras.contains(camera)) && !except.contains(camera) && !brake.isOver(now);
        }
    }

    /** @param people hear of each brake in a line */
    public Brakes(InstantSource clock, Consumer<String> people) {
        this.clock = clock;
        this.people = people;
    }

    private static Brakes none() {
        Brakes none = new Brakes(InstantSource.system(), line -> {});
        none.all(Map.of());
        return none;
    }

    /** Whether the registry was read; before that nothing is to be judged, for it may be switched off. */
    public boolean isKnown() {
        return known;
    }

    /** What is switched off at a camera now. */
    public List<Braked> at(String camera) {
        return held.isEmpty() ? List.of() : covering(camera);
    }

    /** The events of it. */
    public Set<EventKind> kinds(String camera) {
        return held.isEmpty()
                ? Set.of()
                : covering(camera).stream().map(Braked::kind).collect(Collectors.toSet());
    }

    private List<Braked> covering(String camera) {
        Instant now = clock.instant();
        return held.values().stream()
                .filter(each -> each.covers(camera, now))
                .map(Held::brake)
                .map(brake -> new Braked(brake.kind(), brake.id(), brake.reason()))
                .toList();
    }

    @Override
    public synchronized void all(Map<String, byte[]> values) {
        Map<String, Held> now = new TreeMap<>();
        values.forEach((key, value) -> put(now, key, value));
        Set<String> before = held.keySet();
        held = Map.copyOf(now);
        known = true;
        tell(now.entrySet().stream()
                .filter(each -> !before.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .toList());
    }

    @Override
    public synchronized void changed(String key, byte @Nullable [] value) {
        Map<String, Held> now = new TreeMap<>(held);
        Held before = now.remove(key);
        if (value != null) {
            put(now, key, value);
        }
        held = Map.copyOf(now);
        Held after = now.get(key);
        if (after != null) {
            tell(List.of(after));
        } else if (before != null) {
            people.accept("rule " + before.brake().kind() + " is on again: "
                    + before.brake().id() + " has ended");
        }
    }

    /** A brake that cannot be read, or is for an event of a newer release, brakes nothing: what is watched goes on. */
    private static void put(Map<String, Held> now, String key, byte[] value) {
        try {
            Brake brake = Json.read(Brake.class, value);
            if (brake.kind() != EventKind.UNKNOWN) {
                now.put(key, Held.of(brake));
            }
        } catch (UnreadableRecord e) {
            LOG.error("{} brakes nothing: {}", key, e.reason());
        }
    }

    private void tell(Collection<Held> fresh) {
        for (Held each : fresh) {
            Brake brake = each.brake();
            String where =
                    brake.cameras().isEmpty() ? "every camera" : brake.cameras().size() + " cameras";
            String but =
                    brake.except().isEmpty() ? "" : " but " + brake.except().size();
            people.accept("rule " + brake.kind() + " is off at " + where + but + " until " + brake.until() + ", by "
                    + brake.user() + ": " + brake.reason());
        }
    }
}
