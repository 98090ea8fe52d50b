package io.kakou.app.search;

import io.kakou.app.registry.RegistryTopic;
import io.kakou.events.Search;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is searched for now, as this process knows it. Safe for many threads; asking never blocks. */
public final class ActiveSearches implements RegistryTopic.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(ActiveSearches.class);

    private final InstantSource clock;
    private final Consumer<String> people;
    private volatile Map<String, Search> held = Map.of();

    /** @param people hear of each search in a line, without what the child looks like */
    public ActiveSearches(InstantSource clock, Consumer<String> people) {
        this.clock = clock;
        this.people = people;
    }

    /** Those that are not over, by id. */
    public List<Search> all() {
        Instant now = clock.instant();
        return held.values().stream().filter(each -> !each.isOver(now)).toList();
    }

    /** Cameras on anybody's way. */
    public Set<String> cameras() {
        if (held.isEmpty()) {
            return Set.of();
        }
        Set<String> cameras = new HashSet<>();
        all().forEach(each -> cameras.addAll(each.reach()));
        return cameras;
    }

    @Override
    public synchronized void all(Map<String, byte[]> values) {
        Map<String, Search> now = new TreeMap<>();
        values.forEach((key, value) -> put(now, key, value));
        held = Map.copyOf(now);
    }

    @Override
    public synchronized void changed(String key, byte @Nullable [] value) {
        Map<String, Search> now = new TreeMap<>(held);
        Search before = now.remove(key);
        if (value != null) {
            put(now, key, value);
        }
        held = Map.copyOf(now);
        Search after = now.get(key);
        if (before == null && after != null) {
            people.accept("search " + key + " has begun: " + after.reach().size() + " cameras go before others");
        } else if (before != null && after == null) {
            people.accept("search " + key + " has ended");
        }
    }

    private static void put(Map<String, Search> now, String key, byte[] value) {
        try {
            Search search = Json.read(Search.class, value);
            now.put(search.id(), search);
        } catch (UnreadableRecord e) {
            LOG.error("search {} raises nothing: {}", key, e.reason());
        }
    }
}
