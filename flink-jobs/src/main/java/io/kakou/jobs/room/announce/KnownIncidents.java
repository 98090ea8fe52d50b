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
 * every room wait. Which are in a list is kept by name besides, so that one that is not in memory, as after a restart, is
 * read without such a walk too. The list that was not looked at for the longest time is forgotten here first.
 */
final class KnownIncidents {
    private static final int BYTES_EACH = 1_024;
    private static final int PART_OF_MEMORY = 8;

    private final MapState<String, Known> state;
    /** By {@code kind~id}, those in lists. */
    private final MapState<String, Boolean> names;

    private final long mostInMemory;
    /** By {@code kind~room}, the one that was looked at last at the end: a list by id; whole, or not there. */
    private final LinkedHashMap<String, Map<String, Known>> lists = new LinkedHashMap<>(64, 0.75f, true);

    /** Of the room that is looked at, what one record changes several times and is written once. */
    private final Map<String, Known> unsaved = new LinkedHashMap<>();
    /** What Flink's state was asked for. */
    private final Map<String, Optional<Known>> read = new HashMap<>();

    private String room = "";
    private long held;

    /** Its share of this process's memory for lists, a kilobyte an incident. */
    KnownIncidents(MapState<String, Known> state, MapState<String, Boolean> names) {
        this(state, names, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY / BYTES_EACH);
    }

    /** @param mostInMemory incidents, of all lists together; those of the list that is looked at are always */
    KnownIncidents(MapState<String, Known> state, MapState<String, Boolean> names, long mostInMemory) {
        this.state = state;
        this.names = names;
        this.mostInMemory = mostInMemory;
    }

    /** Looks at this room from now on: the operator's key at the moment; all of another was saved. */
    void enter(String current) {
        room = current;
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

    void enlist(Known one) throws Exception {
        names.put(name(one), true);
        put(one.inList(true));
    }

    private void put(Known one) {
        unsaved.put(one.incident().id(), one);
        Map<String, Known> list = inMemory(one.incident().kind());
        if (list != null && one.listed()) {
            held += list.put(one.incident().id(), one) == null ? 1 : 0;
        }
    }

    void remove(Known one) throws Exception {
        String id = one.incident().id();
        if (isListed(one)) {
            unlist(one);
        }
        unsaved.remove(id);
        read.put(id, Optional.empty());
        state.remove(id);
    }

    private void unlist(Known one) throws Exception {
        names.remove(name(one));
        Map<String, Known> list = inMemory(one.incident().kind());
        if (list != null) {
            held -= list.remove(one.incident().id()) == null ? 0 : 1;
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
        Map<String, Known> list = inMemory(kind);
        return new ArrayList<>((list == null ? readList(kind) : list).values());
    }

    private @Nullable Map<String, Known> inMemory(EventKind kind) {
        return lists.get(start(kind) + room);
    }

    private Map<String, Known> readList(EventKind kind) throws Exception {
        String start = start(kind);
        Map<String, Known> list = new TreeMap<>();
        for (String name : names.keys()) {
            Known one = name.startsWith(start) ? get(name.substring(start.length())) : null;
            if (one != null) {
                list.put(one.incident().id(), one);
            }
        }
        held += list.size();
        lists.put(start + room, list);
        forgetOldest();
        return list;
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
            unsaved.put(each.incident().id(), each.inList(false));
            unlist(each);
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
                if (one.listed()) {
                    unlist(one);
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
            names.clear();
            for (EventKind kind : EventKind.values()) {
                lists.remove(start(kind) + room);
            }
        }
    }

    private static String start(EventKind kind) {
        return kind.name() + "~";
    }

    private static String name(Known one) {
        return start(one.incident().kind()) + one.incident().id();
    }
}
