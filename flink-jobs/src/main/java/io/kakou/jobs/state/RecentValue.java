package io.kakou.jobs.state;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/** A value state whose newest keys are in memory too, as {@link RecentMap} is; what is set is in Flink's state at once. */
public final class RecentValue<V> {
    private final ValueState<V> state;
    private final int mostKeys;
    /** By the operator's key, the one that was worked on last at the end. */
    private final LinkedHashMap<String, Optional<V>> byKey = new LinkedHashMap<>(64, 0.75f, true);

    private String key = "";

    public RecentValue(ValueState<V> state, int mostKeys) {
        this.state = state;
        this.mostKeys = mostKeys;
    }

    /** Works on this key from now on: the one that the operator's state is of at the moment. */
    public void enter(String current) throws Exception {
        key = current;
        if (!byKey.containsKey(key)) {
            remember(state.value());
        }
        for (var oldest = byKey.entrySet().iterator(); byKey.size() > mostKeys; ) {
            Map.Entry<String, Optional<V>> unused = oldest.next();
            oldest.remove();
        }
    }

    public @Nullable V get() {
        Optional<V> known = byKey.get(key);
        return known == null ? null : known.orElse(null);
    }

    /** Keeps it; of null nothing is left in Flink's state. */
    public void set(@Nullable V value) throws Exception {
        V before = get();
        if (value == null ? before == null : value.equals(before)) {
            return;
        }
        remember(value);
        if (value == null) {
            state.clear();
        } else {
            state.update(value);
        }
    }

    private void remember(@Nullable V value) {
        byKey.put(key, Optional.ofNullable(value));
    }
}
