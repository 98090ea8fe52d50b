package io.kakou.jobs.room.announce;

import io.kakou.events.EventKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.MapState;
import org.jspecify.annotations.Nullable;

/**
 * The lists of a room's running situations: what is known of their incidents once more, to be found without a walk through
 * all of the room's. A list that was told is in memory too from then on, for it is told again and again; a room that was
 * not looked at for the longest time is read from Flink's state again.
 */
final class MemberLists {
    private static final int BYTES_EACH = 1_024;
    private static final int PART_OF_MEMORY = 8;

    private final MapState<String, Known> state;
    private final long mostInMemory;
    /** By room, the one that was looked at last at the end; whole, or not there. */
    private final LinkedHashMap<String, Map<String, Known>> loaded = new LinkedHashMap<>(64, 0.75f, true);

    private final Map<String, Known> unsaved = new LinkedHashMap<>();
    /** What Flink's state was asked of the room. */
    private final Map<String, Boolean> asked = new HashMap<>();

    private String room = "";
    private @Nullable Map<String, Known> lists;
    private long held;

    /** Its share of this process's memory, a kilobyte each. */
    MemberLists(MapState<String, Known> state) {
        this(state, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY / BYTES_EACH);
    }

    /** @param mostInMemory incidents, of all rooms together; those of the room that is looked at are always */
    MemberLists(MapState<String, Known> state, long mostInMemory) {
        this.state = state;
        this.mostInMemory = mostInMemory;
    }

    /** Looks at this room from now on: the operator's key at the moment; all of another was saved. */
    void enter(String current) {
        room = current;
        lists = loaded.get(room);
        asked.clear();
    }

    boolean contains(Known one) throws Exception {
        String name = name(one);
        if (lists != null) {
            return lists.containsKey(name);
        }
        Boolean isIn = asked.get(name);
        if (isIn == null) {
            isIn = state.contains(name);
            asked.put(name, isIn);
        }
        return isIn;
    }

    void put(Known one) {
        String name = name(one);
        unsaved.put(name, one);
        if (lists == null) {
            asked.put(name, true);
        } else {
            held += lists.put(name, one) == null ? 1 : 0;
        }
    }

    void remove(Known one) throws Exception {
        String name = name(one);
        unsaved.remove(name);
        state.remove(name);
        if (lists == null) {
            asked.put(name, false);
        } else {
            held -= lists.remove(name) == null ? 0 : 1;
        }
    }

    /** The list of one kind, by id. */
    List<Known> of(EventKind kind) throws Exception {
        List<Known> all = new ArrayList<>();
        for (Known each : whole().values()) {
            if (each.incident().kind() == kind) {
                all.add(each);
            }
        }
        return all;
    }

    private Map<String, Known> whole() throws Exception {
        if (lists == null) {
            save();
            lists = new TreeMap<>();
            for (Map.Entry<String, Known> each : state.entries()) {
                lists.put(each.getKey(), each.getValue());
            }
            held += lists.size();
            loaded.put(room, lists);
            forgetOldest();
        }
        return lists;
    }

    private void forgetOldest() {
        Iterator<Map<String, Known>> oldest = loaded.values().iterator();
        while (held + loaded.size() > mostInMemory && loaded.size() > 1) {
            held -= oldest.next().size();
            oldest.remove();
        }
    }

    /** Writes what was changed. A room without any list leaves nothing, here nor in Flink's state. */
    void save() throws Exception {
        for (Map.Entry<String, Known> each : unsaved.entrySet()) {
            state.put(each.getKey(), each.getValue());
        }
        unsaved.clear();
    }

    void clearEmpty() throws Exception {
        if (state.isEmpty()) {
            state.clear();
            loaded.remove(room);
            lists = null;
        }
    }

    private static String name(Known one) {
        return one.incident().kind().name() + "~" + one.incident().id();
    }
}
