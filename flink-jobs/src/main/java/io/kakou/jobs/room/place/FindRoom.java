package io.kakou.jobs.room.place;

import io.kakou.events.Area;
import io.kakou.events.ClockProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Finds each alert's room by the areas known, and the clock it runs by. Alerts wait until the registry has been read to what was its end when the
 * job started: an alert that overtakes the areas must not land in the wrong room.
 */
public final class FindRoom extends KeyedBroadcastProcessFunction<String, Arrival, RegistryEntry, RoutedAlert> {
    public static final MapStateDescriptor<String, Area> AREAS =
            new MapStateDescriptor<>("areas", Types.STRING, TypeInformation.of(Area.class));

    public static final MapStateDescriptor<String, ClockProfile> CLOCKS =
            new MapStateDescriptor<>("clocks", Types.STRING, TypeInformation.of(ClockProfile.class));

    /** By partition, the offset to be read next. */
    public static final MapStateDescriptor<Integer, Long> READ =
            new MapStateDescriptor<>("read", Types.INT, Types.LONG);

    private static final long serialVersionUID = 1L;
    private static final ListStateDescriptor<Arrival> WAITING =
            new ListStateDescriptor<>("waiting", TypeInformation.of(Arrival.class));

    private final Map<Integer, Long> registryEnd;
    private transient ListState<Arrival> waiting;
    private transient @Nullable AreaTree tree;
    private transient @Nullable Clocks clocks;
    private transient boolean nobodyWaits;

    /**
     * Knows no area yet.
     *
     * @param registryEnd by partition, one past the newest record when the job starts
     */
    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else.
    public FindRoom(Map<Integer, Long> registryEnd) {
        this.registryEnd = Map.copyOf(registryEnd);
    }

    @Override
    public void open(OpenContext context) {
        waiting = getRuntimeContext().getListState(WAITING);
    }

    @Override
    public void processElement(Arrival arrival, ReadOnlyContext context, Collector<RoutedAlert> out) throws Exception {
        waiting.add(arrival);
        if (isRead(context.getBroadcastState(READ))) {
            release(waiting, tree(context.getBroadcastState(AREAS)), clocks(context.getBroadcastState(CLOCKS)), out);
        }
    }

    @Override
    public void processBroadcastElement(RegistryEntry entry, Context context, Collector<RoutedAlert> out)
            throws Exception {
        BroadcastState<Integer, Long> read = context.getBroadcastState(READ);
        read.put(entry.partition(), entry.offset() + 1);
        BroadcastState<String, Area> areas = context.getBroadcastState(AREAS);
        BroadcastState<String, ClockProfile> profiles = context.getBroadcastState(CLOCKS);
        if (entry.key().startsWith(RegistryEntry.AREA)) {
            tree = null;
            take(entry.key(), entry.area(), areas);
        } else if (entry.key().startsWith(RegistryEntry.CLOCK)) {
            clocks = null;
            take(entry.key(), entry.clock(), profiles);
        }
        if (isRead(read) && !nobodyWaits) {
            AreaTree rooms = tree(areas);
            Clocks times = clocks(profiles);
            context.applyToKeyedState(WAITING, (key, state) -> release(state, rooms, times, out));
            nobodyWaits = true;
        }
    }

    private static <T> void take(String key, @Nullable T value, BroadcastState<String, T> known) throws Exception {
        if (value == null) {
            known.remove(key);
        } else {
            known.put(key, value);
        }
    }

    private boolean isRead(ReadOnlyBroadcastState<Integer, Long> read) throws Exception {
        return ReadSoFar.reaches(registryEnd, read);
    }

    private AreaTree tree(ReadOnlyBroadcastState<String, Area> areas) throws Exception {
        if (tree == null) {
            tree = AreaTree.of(values(areas));
        }
        return tree;
    }

    private Clocks clocks(ReadOnlyBroadcastState<String, ClockProfile> profiles) throws Exception {
        if (clocks == null) {
            clocks = Clocks.of(values(profiles));
        }
        return clocks;
    }

    private static <T> List<T> values(ReadOnlyBroadcastState<String, T> known) throws Exception {
        List<T> values = new ArrayList<>();
        known.immutableEntries().forEach(entry -> values.add(entry.getValue()));
        return values;
    }

    private static void release(ListState<Arrival> waiting, AreaTree rooms, Clocks clocks, Collector<RoutedAlert> out)
            throws Exception {
        for (Arrival arrival : waiting.get()) {
            out.collect(rooms.route(arrival).timedBy(clocks.of(arrival.alert().kind())));
        }
        waiting.clear();
    }
}
