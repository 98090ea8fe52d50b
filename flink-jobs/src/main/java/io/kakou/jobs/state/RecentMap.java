package io.kakou.jobs.state;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/**
 * A map state whose newest keys are in memory too. An incident that takes an alert a second would be sought on disk, read
 * and built out of its bytes several times for each; here it is once, and what a record changes several times is written
 * once. An operator that begins again begins with an empty memory.
 *
 * <p>It is one operator's alone, which says before each record which key it works on, and saves after it: a checkpoint
 * comes between two records. What is put in never changes itself.
 */
public final class RecentMap<V> {
    private final MapState<String, V> state;
    /** Null where nobody keeps whether a key has any. */
    private final @Nullable ValueState<Boolean> any;

    private final int mostEntries;
    /** By the operator's key, the one that was worked on last at the end. */
    private final LinkedHashMap<String, Map<String, V>> byKey = new LinkedHashMap<>(64, 0.75f, true);

    /** Of the key that is worked on, ids whose entries are not in Flink's state as they are here. */
    private final Set<String> unsaved = new HashSet<>();

    private Map<String, V> entries = Map.of();
    /** Whether Flink's state has entries of the key that is worked on. */
    private boolean hadAny;

    private int held;

    /**
     * Remembers nothing yet.
     *
     * @param mostEntries that are held in memory, of all keys together; those of the key that is worked on are always
     */
    public RecentMap(MapState<String, V> state, int mostEntries) {
        this(state, null, mostEntries);
    }

    /**
     * Remembers nothing yet, of a map that is empty for most keys when they are worked on first.
     *
     * @param any whether the key has entries: to ask that is a fraction of the work of looking for entries that are not there
     */
    public RecentMap(MapState<String, V> state, @Nullable ValueState<Boolean> any, int mostEntries) {
        this.state = state;
        this.any = any;
        this.mostEntries = mostEntries;
    }

    /**
     * Works on this key from now on: the one that the operator's state is of at the moment.
     *
     * @throws IllegalStateException where something of another key was not saved
     */
    public void enter(String key) throws Exception {
        if (!unsaved.isEmpty()) {
            throw new IllegalStateException("not saved before " + key + ": " + unsaved);
        }
        Map<String, V> known = byKey.get(key);
        if (known == null) {
            known = new LinkedHashMap<>();
            if (any == null || any.value() != null) {
                for (Map.Entry<String, V> entry : state.entries()) {
                    known.put(entry.getKey(), entry.getValue());
                }
            }
            byKey.put(key, known);
            held += known.size();
        }
        entries = known;
        hadAny = !entries.isEmpty();
        forgetOldest();
    }

    private void forgetOldest() {
        Iterator<Map<String, V>> oldest = byKey.values().iterator();
        while (held + byKey.size() > mostEntries && byKey.size() > 1) {
            held -= oldest.next().size();
            oldest.remove();
        }
    }

    public @Nullable V get(String id) {
        return entries.get(id);
    }

    public boolean contains(String id) {
        return entries.containsKey(id);
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** In no order that means anything; it may be changed while this is walked through. */
    public List<V> values() {
        return new ArrayList<>(entries.values());
    }

    /** Likewise. */
    public Set<String> ids() {
        return Set.copyOf(entries.keySet());
    }

    public void put(String id, V value) {
        unsaved.add(id);
        held += entries.put(id, value) == null ? 1 : 0;
    }

    public void remove(String id) {
        if (entries.remove(id) != null) {
            unsaved.add(id);
            held--;
        }
    }

    /** Writes what was changed. A key without entries leaves nothing in Flink's state. */
    public void save() throws Exception {
        if (any != null && hadAny && entries.isEmpty()) {
            any.clear();
        } else if (any != null && !hadAny && !entries.isEmpty()) {
            any.update(true);
        }
        hadAny = !entries.isEmpty();
        if (entries.isEmpty() && !unsaved.isEmpty()) {
            state.clear();
        } else {
            for (String id : unsaved) {
                V value = entries.get(id);
                if (value == null) {
                    state.remove(id);
                } else {
                    state.put(id, value);
                }
            }
        }
        unsaved.clear();
    }
}
