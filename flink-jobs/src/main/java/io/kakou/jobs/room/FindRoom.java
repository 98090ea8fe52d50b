package io.kakou.jobs.room;

import io.kakou.events.Area;
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
 * Finds each alert's room by the areas known. Alerts wait until the registry has been read to what was its end when the
 * job started: an alert that overtakes the areas must not land in the wrong room.
 */
final class FindRoom extends KeyedBroadcastProcessFunction<String, Arrival, RegistryEntry, RoutedAlert> {
    static final MapStateDescriptor<String, Area> AREAS =
            new MapStateDescriptor<>("areas", Types.STRING, TypeInformation.of(Area.class));

    /** By partition, the offset to be read next. */
    static final MapStateDescriptor<Integer, Long> READ = new MapStateDescriptor<>("read", Types.INT, Types.LONG);

    private static final long serialVersionUID = 1L;
    private static final ListStateDescriptor<Arrival> WAITING =
            new ListStateDescriptor<>("waiting", TypeInformation.of(Arrival.class));

    private final Map<Integer, Long> registryEnd;
    private transient ListState<Arrival> waiting;
    private transient @Nullable AreaTree tree;
    private transient boolean nobodyWaits;

    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else.
    FindRoom(Map<Integer, Long> registryEnd) {
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
            release(waiting, tree(context.getBroadcastState(AREAS)), out);
        }
    }

    @Override
    public void processBroadcastElement(RegistryEntry entry, Context context, Collector<RoutedAlert> out)
            throws Exception {
        BroadcastState<Integer, Long> read = context.getBroadcastState(READ);
        read.put(entry.partition(), entry.offset() + 1);
        BroadcastState<String, Area> areas = context.getBroadcastState(AREAS);
        take(entry, areas);
        if (isRead(read) && !nobodyWaits) {
            AreaTree known = tree(areas);
            context.applyToKeyedState(WAITING, (key, state) -> release(state, known, out));
            nobodyWaits = true;
        }
    }

    private void take(RegistryEntry entry, BroadcastState<String, Area> areas) throws Exception {
        if (entry.areaKey().isEmpty()) {
            return;
        }
        tree = null;
        if (entry.area() == null) {
            areas.remove(entry.areaKey());
        } else {
            areas.put(entry.areaKey(), entry.area());
        }
    }

    private boolean isRead(ReadOnlyBroadcastState<Integer, Long> read) throws Exception {
        for (Map.Entry<Integer, Long> end : registryEnd.entrySet()) {
            Long next = read.get(end.getKey());
            if (end.getValue() > (next == null ? 0 : next)) {
                return false;
            }
        }
        return true;
    }

    private AreaTree tree(ReadOnlyBroadcastState<String, Area> areas) throws Exception {
        if (tree == null) {
            List<Area> known = new ArrayList<>();
            areas.immutableEntries().forEach(entry -> known.add(entry.getValue()));
            tree = AreaTree.of(known);
        }
        return tree;
    }

    private static void release(ListState<Arrival> waiting, AreaTree tree, Collector<RoutedAlert> out)
            throws Exception {
        for (Arrival arrival : waiting.get()) {
            out.collect(tree.route(arrival));
        }
        waiting.clear();
    }
}
