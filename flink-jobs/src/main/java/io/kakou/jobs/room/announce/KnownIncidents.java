package io.kakou.jobs.room.announce;

import io.kakou.events.EventKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.state.MapState;
import org.jspecify.annotations.Nullable;

/**
 * What a room knows of its incidents, and which of them are in the lists of running situations. They are too many to be
 * held in memory, but for those in lists: a list is told again and again, and a walk through all for each telling made
 * every room wait. A room that was not looked at for the longest time is read from Flink's state again.
 */
final class KnownIncidents {
    private static final int BYTES_EACH = 1_024;
    private static final int PART_OF_MEMORY = 8;

    private final MapState<String, Known> state;
    private final long mostInMemory;
    /** By room, the one that was looked at last at the end: all that are in lists, by kind and id; whole, or not there. */
    private final LinkedHashMap<String, Map<String, Known>> lists = new LinkedHashMap<>(64, 0.75f, true);

    /** Of the room that is looked at, what one record changes several times and is written once. */
    private final Map<String, Known> unsaved = new LinkedHashMap<>();
    /** What Flink's state was asked for. */
    private final Map<String, Optional<Known>> read = new HashMap<>();

    private String room = "";
    private @Nullable Map<String, Known> listed;
    private long held;

    /** Its share of this process's memory for lists, a kilobyte an incident. */
    KnownIncidents(MapState<String, Known> state) {
        this(state, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY / BYTES_EACH);
    }

    /** @param mostInMemory incidents, of all rooms together; those of the room that is looked at are always */
    KnownIncidents(MapState<String, Known> state, long mostInMemory) {
        this.state = state;
        this.mostInMemory = mostInMemory;
    }

    /** Looks at this room from now on: the operator's key at the moment; all of another was saved. */
    void enter(String current) {
        room = current;
        listed = lists.get(room);
        read.clear();
    }

    @Nullable
    Known get(String id) throws Exception {
        Known changed = unsaved.get(id);
        if (changed != null) {
            return changed;
        }
        Optional<Known> known = read.get(id);
        if (known == null) {
            known = Optional.ofNullable(state.get(id));
            read.put(id, known);
        }
        return known.orElse(null);
    }

    boolean isListed(Known one) throws Exception {
        Known kept = get(one.incident().id());
        return kept != null && kept.listed();
    }

    /** Keeps it; in a list it stays as it was. */
    void keep(Known one) throws Exception {
        put(one.inList(isListed(one)));
    }

    void enlist(Known one) {
        put(one.inList(true));
    }

    private void put(Known one) {
        unsaved.put(one.incident().id(), one);
        if (listed != null) {
            if (one.listed()) {
                held += listed.put(name(one), one) == null ? 1 : 0;
            } else {
                unlist(listed, one);
            }
        }
    }

    private void unlist(Map<String, Known> from, Known one) {
        held -= from.remove(name(one)) == null ? 0 : 1;
    }

    void remove(Known one) throws Exception {
        String id = one.incident().id();
        unsaved.remove(id);
        read.put(id, Optional.empty());
        state.remove(id);
        if (listed != null) {
            unlist(listed, one);
        }
    }

    /** A walk through all that the room knows. */
    List<Known> ofKind(EventKind kind) throws Exception {
        save();
        List<Known> all = new ArrayList<>();
        state.values().forEach(all::add);
        all.removeIf(each -> each.incident().kind() != kind);
        return all;
    }

    /** The list of one kind, by id. */
    List<Known> listed(EventKind kind) throws Exception {
        List<Known> all = new ArrayList<>();
        for (Known each : whole().values()) {
            if (each.incident().kind() == kind) {
                all.add(each);
            }
        }
        return all;
    }

    private Map<String, Known> whole() throws Exception {
        if (listed == null) {
            save();
            listed = new TreeMap<>();
            for (Known each : state.values()) {
                if (each.listed()) {
                    listed.put(name(each), each);
                }
            }
            held += listed.size();
            lists.put(room, listed);
            forgetOldest();
        }
        return listed;
    }

    private void forgetOldest() {
        Iterator<Map<String, Known>> oldest = lists.values().iterator();
        while (held + lists.size() > mostInMemory && lists.size() > 1) {
            held -= oldest.next().size();
            oldest.remove();
        }
    }

    /** The situation of a kind has ended: its incidents are known still, and in no list. */
    void dismiss(EventKind kind) throws Exception {
        for (Known each : listed(kind)) {
            put(each.inList(false));
        }
    }

    /** Drops those that never ended, and says of which kinds. */
    Set<EventKind> forget(long at) throws Exception {
        save();
        Set<EventKind> gone = new TreeSet<>();
        for (Iterator<Map.Entry<String, Known>> each = state.iterator(); each.hasNext(); ) {
            Known one = each.next().getValue();
            if (one.forgetAt() <= at) {
                gone.add(one.incident().kind());
                each.remove();
                if (listed != null) {
                    unlist(listed, one);
                }
            }
        }
        read.clear();
        return gone;
    }

    /** Writes what was changed. */
    void save() throws Exception {
        for (Map.Entry<String, Known> each : unsaved.entrySet()) {
            state.put(each.getKey(), each.getValue());
        }
        unsaved.clear();
        read.clear();
    }

    /** What is empty is cleared: nothing of a room without incidents is left, here nor in Flink's state. */
    void clearEmpty() throws Exception {
        if (state.isEmpty()) {
            state.clear();
            lists.remove(room);
            listed = null;
        }
    }

    private static String name(Known one) {
        return one.incident().kind().name() + "~" + one.incident().id();
    }
}
