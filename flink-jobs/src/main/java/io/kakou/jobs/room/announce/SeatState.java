package io.kakou.jobs.room.announce;

import io.kakou.events.EventKind;
import io.kakou.events.Shelf;
import io.kakou.jobs.state.RecentMap;
import io.kakou.jobs.state.RecentValue;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
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
    private static final MapStateDescriptor<String, Boolean> LISTED =
            new MapStateDescriptor<>("listed", Types.STRING, Types.BOOLEAN);
    private static final MapStateDescriptor<String, Shelf> SHELVES =
            new MapStateDescriptor<>("shelves", Types.STRING, TypeInformation.of(Shelf.class));

    private static final int MOST_ROOMS = 1_000;

    private final RecentValue<Ear> ear;
    private final RecentMap<Wave> waves;
    private final RecentMap<Shelf> shelves;
    private final KnownIncidents known;

    SeatState(RuntimeContext context) {
        ear = new RecentValue<>(
                context.getState(new ValueStateDescriptor<>("ear", TypeInformation.of(Ear.class))), MOST_ROOMS);
        waves = new RecentMap<>(context.getMapState(WAVES), MOST_ROOMS);
        shelves = new RecentMap<>(context.getMapState(SHELVES), MOST_ROOMS);
        known = new KnownIncidents(context.getMapState(KNOWN), context.getMapState(LISTED));
    }

    /** Looks at this room from now on: the operator's key at the moment. */
    void enter(String room) throws Exception {
        ear.enter(room);
        waves.enter(room);
        shelves.enter(room);
        known.enter(room);
    }

    /** To be called before another room is looked at. Nothing of a room without incidents is left. */
    void save() throws Exception {
        waves.save();
        shelves.save();
        known.save();
    }

    private Ear ear() {
        Ear now = ear.get();
        return now == null ? Ear.NEW : now;
    }

    private void ear(Ear now) throws Exception {
        ear.set(now.equals(Ear.NEW) ? null : now);
    }

    Sounds heard() {
        return ear().heard();
    }

    void heard(Sounds sounds) throws Exception {
        ear(new Ear(sounds, ear().wake()));
    }

    @Nullable
    Long wake() {
        return ear().wake();
    }

    void wake(@Nullable Long at) throws Exception {
        ear(new Ear(ear().heard(), at));
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

    KnownIncidents known() {
        return known;
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
}
