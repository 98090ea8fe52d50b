package io.kakou.jobs.room.announce;

import io.kakou.events.EventKind;
import io.kakou.events.Shelf;
import io.kakou.jobs.state.RecentMap;
import io.kakou.jobs.state.RecentValue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/** What is known of the room that is looked at. */
final class SeatState {
    /** What a situation's list holds, so that it is put in order in milliseconds whatever comes. */
    static final int MOST_MEMBERS = 1_000;

    private static final MapStateDescriptor<String, Wave> WAVES =
            new MapStateDescriptor<>("waves", Types.STRING, TypeInformation.of(Wave.class));
    private static final MapStateDescriptor<String, Known> KNOWN =
            new MapStateDescriptor<>("known", Types.STRING, TypeInformation.of(Known.class));
    private static final MapStateDescriptor<String, Known> MEMBERS =
            new MapStateDescriptor<>("members", Types.STRING, TypeInformation.of(Known.class));
    private static final MapStateDescriptor<String, Shelf> SHELVES =
            new MapStateDescriptor<>("shelves", Types.STRING, TypeInformation.of(Shelf.class));

    private static final int MOST_ROOMS = 1_000;

    private final RecentValue<Sounds> heard;
    private final RecentValue<Long> wake;
    private final RecentMap<Wave> waves;
    private final RecentMap<Shelf> shelves;

    // Too many to be held in memory; but what one record changes several times is written once.

    private final MapState<String, Known> known;
    private final Map<String, Known> unsaved = new LinkedHashMap<>();

    private final MemberLists members;

    SeatState(RuntimeContext context) {
        heard = new RecentValue<>(
                context.getState(new ValueStateDescriptor<>("heard", TypeInformation.of(Sounds.class))), MOST_ROOMS);
        wake = new RecentValue<>(context.getState(new ValueStateDescriptor<>("wake", Types.LONG)), MOST_ROOMS);
        waves = new RecentMap<>(context.getMapState(WAVES), MOST_ROOMS);
        shelves = new RecentMap<>(context.getMapState(SHELVES), MOST_ROOMS);
        members = new MemberLists(context.getMapState(MEMBERS));
        known = context.getMapState(KNOWN);
    }

    /** Looks at this room from now on: the operator's key at the moment. */
    void enter(String room) throws Exception {
        heard.enter(room);
        wake.enter(room);
        waves.enter(room);
        shelves.enter(room);
        members.enter(room);
    }

    /** To be called before another room is looked at. Nothing of a room without incidents is left. */
    void save() throws Exception {
        waves.save();
        shelves.save();
        saveKnown();
        members.save();
    }

    private void saveKnown() throws Exception {
        for (Map.Entry<String, Known> each : unsaved.entrySet()) {
            known.put(each.getKey(), each.getValue());
        }
        unsaved.clear();
    }

    Sounds heard() {
        Sounds sounds = heard.get();
        return sounds == null ? Sounds.NONE : sounds;
    }

    void heard(Sounds sounds) throws Exception {
        heard.set(sounds.isEmpty() ? null : sounds);
    }

    @Nullable
    Long wake() {
        return wake.get();
    }

    void wake(@Nullable Long at) throws Exception {
        wake.set(at);
    }

    Wave wave(EventKind kind) {
        Wave wave = waves.get(kind.name());
        return wave == null ? Wave.NONE : wave;
    }

    void wave(EventKind kind, Wave wave) {
        if (wave.isOver()) {
            waves.remove(kind.name());
        } else {
            waves.put(kind.name(), wave);
        }
    }

    List<EventKind> kindsWithWaves() {
        return waves.ids().stream().map(EventKind::valueOf).sorted().toList();
    }

    @Nullable
    Known known(String incident) throws Exception {
        Known changed = unsaved.get(incident);
        return changed == null ? known.get(incident) : changed;
    }

    /** Keeps it, in the list of its kind's situation too where it is in one. */
    void keep(Known one) throws Exception {
        unsaved.put(one.incident().id(), one);
        if (isMember(one)) {
            members.put(one);
        }
    }

    void enlist(Known one) {
        members.put(one);
    }

    boolean isMember(Known one) throws Exception {
        return members.contains(one);
    }

    void remove(Known one) throws Exception {
        unsaved.remove(one.incident().id());
        known.remove(one.incident().id());
        members.remove(one);
    }

    /** A walk through all that the room knows. */
    List<Known> ofKind(EventKind kind) throws Exception {
        saveKnown();
        List<Known> all = new ArrayList<>();
        known.values().forEach(all::add);
        all.removeIf(each -> each.incident().kind() != kind);
        return all;
    }

    /** By id. */
    List<Known> members(EventKind kind) throws Exception {
        return members.of(kind);
    }

    void dismiss(EventKind kind) throws Exception {
        for (Known each : members(kind)) {
            members.remove(each);
        }
    }

    /** Drops those that never ended, and says of which kinds. */
    List<EventKind> forget(long at) throws Exception {
        saveKnown();
        Set<EventKind> gone = new TreeSet<>();
        for (Iterator<Map.Entry<String, Known>> each = known.iterator(); each.hasNext(); ) {
            Known one = each.next().getValue();
            if (one.forgetAt() <= at) {
                gone.add(one.incident().kind());
                each.remove();
                members.remove(one);
            }
        }
        return List.copyOf(gone);
    }

    @Nullable
    Shelf shelf(String incident) {
        return shelves.get(incident);
    }

    List<Shelf> shelves() {
        return shelves.values();
    }

    void shelve(Shelf shelf) {
        shelves.put(shelf.incident(), shelf);
    }

    void takeDown(String incident) {
        shelves.remove(incident);
    }

    /** What is empty is cleared, so that nothing of a room without incidents is left. */
    void clearEmpty() throws Exception {
        if (known.isEmpty()) {
            known.clear();
        }
        members.clearEmpty();
    }
}
