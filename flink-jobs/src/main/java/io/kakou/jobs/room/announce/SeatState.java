package io.kakou.jobs.room.announce;

import io.kakou.events.EventKind;
import io.kakou.events.Shelf;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
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

    private final ValueState<Sounds> heard;
    private final ValueState<Long> wake;
    private final MapState<String, Wave> waves;
    private final MapState<String, Known> known;
    /** Those of a running situation once more, to be found without a walk through all. */
    private final MapState<String, Known> members;

    private final MapState<String, Shelf> shelves;

    SeatState(RuntimeContext context) {
        heard = context.getState(new ValueStateDescriptor<>("heard", TypeInformation.of(Sounds.class)));
        wake = context.getState(new ValueStateDescriptor<>("wake", Types.LONG));
        waves = context.getMapState(WAVES);
        known = context.getMapState(KNOWN);
        members = context.getMapState(MEMBERS);
        shelves = context.getMapState(SHELVES);
    }

    Sounds heard() throws Exception {
        Sounds sounds = heard.value();
        return sounds == null ? Sounds.NONE : sounds;
    }

    void heard(Sounds sounds) throws Exception {
        if (sounds.isEmpty()) {
            heard.clear();
        } else {
            heard.update(sounds);
        }
    }

    @Nullable
    Long wake() throws Exception {
        return wake.value();
    }

    void wake(@Nullable Long at) throws Exception {
        if (at == null) {
            wake.clear();
        } else {
            wake.update(at);
        }
    }

    Wave wave(EventKind kind) throws Exception {
        Wave wave = waves.get(kind.name());
        return wave == null ? Wave.NONE : wave;
    }

    void wave(EventKind kind, Wave wave) throws Exception {
        if (wave.isOver()) {
            waves.remove(kind.name());
        } else {
            waves.put(kind.name(), wave);
        }
    }

    List<EventKind> kindsWithWaves() throws Exception {
        List<EventKind> kinds = new ArrayList<>();
        waves.keys().forEach(kind -> kinds.add(EventKind.valueOf(kind)));
        return kinds;
    }

    @Nullable
    Known known(String incident) throws Exception {
        return known.get(incident);
    }

    /** Keeps it, in the list of its kind's situation too where it is in one. */
    void keep(Known one) throws Exception {
        known.put(one.incident().id(), one);
        if (members.contains(member(one))) {
            members.put(member(one), one);
        }
    }

    void enlist(Known one) throws Exception {
        members.put(member(one), one);
    }

    boolean isMember(Known one) throws Exception {
        return members.contains(member(one));
    }

    void remove(Known one) throws Exception {
        known.remove(one.incident().id());
        members.remove(member(one));
    }

    List<Known> ofKind(EventKind kind) throws Exception {
        List<Known> all = new ArrayList<>();
        known.values().forEach(all::add);
        all.removeIf(each -> each.incident().kind() != kind);
        return all;
    }

    List<Known> members(EventKind kind) throws Exception {
        List<Known> all = new ArrayList<>();
        members.values().forEach(all::add);
        all.removeIf(each -> each.incident().kind() != kind);
        return all;
    }

    void dismiss(EventKind kind) throws Exception {
        removeWhere(members, each -> each.incident().kind() == kind);
    }

    /** Drops those that never ended, and says of which kinds. */
    List<EventKind> forget(long at) throws Exception {
        List<EventKind> gone = new ArrayList<>();
        Predicate<Known> old = each -> each.forgetAt() <= at;
        known.values().forEach(each -> {
            if (old.test(each)) {
                gone.add(each.incident().kind());
            }
        });
        removeWhere(known, old);
        removeWhere(members, old);
        return gone.stream().distinct().toList();
    }

    @Nullable
    Shelf shelf(String incident) throws Exception {
        return shelves.get(incident);
    }

    List<Shelf> shelves() throws Exception {
        List<Shelf> all = new ArrayList<>();
        shelves.values().forEach(all::add);
        return all;
    }

    void shelve(Shelf shelf) throws Exception {
        shelves.put(shelf.incident(), shelf);
    }

    void takeDown(String incident) throws Exception {
        shelves.remove(incident);
    }

    /** A map without entries is cleared, so that nothing of a room without incidents is left. */
    void clearEmpty() throws Exception {
        for (MapState<String, ?> map : List.of(waves, known, members, shelves)) {
            if (map.isEmpty()) {
                map.clear();
            }
        }
    }

    private static void removeWhere(MapState<String, Known> map, Predicate<Known> which) throws Exception {
        for (Iterator<Map.Entry<String, Known>> each = map.iterator(); each.hasNext(); ) {
            if (which.test(each.next().getValue())) {
                each.remove();
            }
        }
    }

    private static String member(Known one) {
        return one.incident().kind().name() + "~" + one.incident().id();
    }
}
