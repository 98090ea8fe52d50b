package io.kakou.jobs.truck.follow;

import io.kakou.events.truck.TruckPosition;
import io.kakou.jobs.truck.rule.Ride;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/** Follows what each truck's terminal tells, keyed by plate. */
public final class FollowRides extends KeyedBroadcastProcessFunction<String, OnBoard, PaperEntry, TruckEvent> {
    private static final long serialVersionUID = 1L;

    private final Map<String, Long> papersEnd;
    private final long keepMillis;
    private transient PapersState state;
    private transient ValueState<Ride> rides;
    private transient ValueState<Long> newest;
    private transient ListState<OnBoard> waiting;

    /**
     * Follows no truck yet.
     *
     * @param papersEnd by topic and partition, one past the newest record when the job starts
     * @param keepMillis a truck that is silent for longer begins anew
     */
    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else.
    public FollowRides(Map<String, Long> papersEnd, long keepMillis) {
        this.papersEnd = Map.copyOf(papersEnd);
        this.keepMillis = keepMillis;
    }

    @Override
    public void open(OpenContext context) {
        state = new PapersState(papersEnd);
        rides = getRuntimeContext().getState(new ValueStateDescriptor<>("ride", TypeInformation.of(Ride.class)));
        newest = getRuntimeContext().getState(new ValueStateDescriptor<>("newest", Long.class));
        waiting = getRuntimeContext()
                .getListState(new ListStateDescriptor<>("waiting", TypeInformation.of(OnBoard.class)));
    }

    @Override
    public void processElement(OnBoard told, ReadOnlyContext context, Collector<TruckEvent> out) throws Exception {
        if (newest.value() == null) {
            context.timerService().registerEventTimeTimer(told.loggedAt() + keepMillis);
        }
        newest.update(told.loggedAt());
        if (state.ready(context::getBroadcastState)) {
            take(told, context, out);
        } else {
            waiting.add(told);
            wake(context);
        }
    }

    @Override
    public void processBroadcastElement(PaperEntry entry, Context context, Collector<TruckEvent> out) throws Exception {
        state.take(entry, context::getBroadcastState);
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<TruckEvent> out) throws Exception {
        if (context.timeDomain() == TimeDomain.EVENT_TIME) {
            forget(at, context);
            return;
        }
        List<OnBoard> all = new ArrayList<>();
        waiting.get().forEach(all::add);
        if (all.isEmpty()) {
            return;
        }
        if (!state.ready(context::getBroadcastState)) {
            wake(context);
            return;
        }
        waiting.clear();
        for (OnBoard each : all) {
            take(each, context, out);
        }
    }

    private static void wake(ReadOnlyContext context) {
        context.timerService()
                .registerProcessingTimeTimer(context.currentProcessingTime() + FindTruck.LOOK_AGAIN_MILLIS);
    }

    private void take(OnBoard told, ReadOnlyContext context, Collector<TruckEvent> out) throws Exception {
        TruckPosition position = told.position();
        Ride.Next next = Ride.after(rides.value(), position, state.papers(context::getBroadcastState));
        rides.update(next.ride());
        next.told().ifPresent(stop -> out.collect(TruckEvent.stop(position.plate(), stop, told.loggedAt())));
    }

    private void forget(long at, OnTimerContext context) throws Exception {
        Long last = newest.value();
        if (last != null && last + keepMillis > at) {
            context.timerService().registerEventTimeTimer(last + keepMillis);
        } else {
            rides.clear();
            newest.clear();
        }
    }
}
