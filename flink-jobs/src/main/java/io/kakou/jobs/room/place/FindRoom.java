package io.kakou.jobs.room.place;

import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Finds who answers for each alert, who is told besides, and the clock it runs by, as the registry says at that moment.
 * Alerts wait until the registry has been read to what was its end when the job started: an alert that overtakes the
 * areas must not land in the wrong room.
 */
public final class FindRoom extends KeyedBroadcastProcessFunction<String, Arrival, RegistryEntry, RoutedAlert> {
    private static final long serialVersionUID = 1L;
    private static final ListStateDescriptor<Arrival> WAITING =
            new ListStateDescriptor<>("waiting", TypeInformation.of(Arrival.class));

    private final Map<Integer, Long> registryEnd;
    private final double borderMetres;
    private transient ListState<Arrival> waiting;
    private transient @Nullable Registry registry;
    private transient boolean nobodyWaits;

    /**
     * Knows no area yet.
     *
     * @param registryEnd by partition, one past the newest record when the job starts
     * @param borderMetres a place so near to another area is told to the room there too; 0: no place is
     */
    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else.
    public FindRoom(Map<Integer, Long> registryEnd, double borderMetres) {
        this.registryEnd = Map.copyOf(registryEnd);
        this.borderMetres = borderMetres;
    }

    @Override
    public void open(OpenContext context) {
        waiting = getRuntimeContext().getListState(WAITING);
    }

    @Override
    public void processElement(Arrival arrival, ReadOnlyContext context, Collector<RoutedAlert> out) throws Exception {
        Registry known = registry(context::getBroadcastState);
        if (nobodyWaits) {
            out.collect(known.router().route(arrival));
            return;
        }
        waiting.add(arrival);
        if (ReadSoFar.reaches(registryEnd, context.getBroadcastState(RegistryState.READ))) {
            release(waiting, known.router(), out);
        }
    }

    @Override
    public void processBroadcastElement(RegistryEntry entry, Context context, Collector<RoutedAlert> out)
            throws Exception {
        Registry known = registry(context::getBroadcastState);
        known.take(entry);
        RegistryState.keep(entry, context::getBroadcastState);
        BroadcastState<Integer, Long> read = context.getBroadcastState(RegistryState.READ);
        read.put(entry.partition(), entry.offset() + 1);
        if (!nobodyWaits && ReadSoFar.reaches(registryEnd, read)) {
            Router router = known.router();
            context.applyToKeyedState(WAITING, (key, state) -> release(state, router, out));
            nobodyWaits = true;
        }
    }

    /** Out of the state where this is the first time that it is asked for. */
    private Registry registry(RegistryState.ReadOnlyStates states) throws Exception {
        if (registry == null) {
            registry = new Registry(borderMetres);
            RegistryState.load(registry, states);
        }
        return registry;
    }

    private static void release(ListState<Arrival> waiting, Router router, Collector<RoutedAlert> out)
            throws Exception {
        for (Arrival arrival : waiting.get()) {
            out.collect(router.route(arrival));
        }
        waiting.clear();
    }
}
