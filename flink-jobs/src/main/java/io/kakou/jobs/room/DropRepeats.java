package io.kakou.jobs.room;

import io.kakou.events.Alert;
import io.kakou.jobs.room.place.Arrival;
import java.util.Iterator;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Lets each phase of an alert through once: analysis writes at least once, and two workers may judge one picture while a
 * camera changes hands. What a worker saw at a camera after one of a higher generation had begun to tell of it is dropped: it was
 * cut off, and did not know; what a person reported is of no worker. Keyed by camera, as the topic is, so that a camera's alerts stay in order.
 */
final class DropRepeats extends KeyedProcessFunction<String, Arrival, Arrival> {
    private static final long serialVersionUID = 1L;

    private final long rememberMillis;
    private transient MapState<String, Long> forgetAt;
    /** The highest generation yet. */
    private transient ValueState<Long> generation;

    /** When it first saw something, epoch milliseconds. */
    private transient ValueState<Long> since;

    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else.
    DropRepeats(RoomSettings settings) {
        rememberMillis = Math.round(settings.rememberSeconds() * 1000);
    }

    @Override
    public void open(OpenContext context) {
        forgetAt = getRuntimeContext().getMapState(new MapStateDescriptor<>("forget-at", Types.STRING, Types.LONG));
        generation = getRuntimeContext().getState(new ValueStateDescriptor<>("generation", Types.LONG));
        since = getRuntimeContext().getState(new ValueStateDescriptor<>("since", Types.LONG));
    }

    @Override
    public void processElement(Arrival arrival, Context context, Collector<Arrival> out) throws Exception {
        Alert alert = arrival.alert();
        String phase = alert.id() + "~" + alert.phase().name();
        if (!forgetAt.contains(phase) && !isOvertaken(alert)) {
            long forget = arrival.loggedAt() + rememberMillis;
            forgetAt.put(phase, forget);
            context.timerService().registerEventTimeTimer(forget);
            out.collect(arrival);
        }
    }

    /** What it saw before the other began is true, and comes late only because its way to the log was cut. */
    private boolean isOvertaken(Alert alert) throws Exception {
        if (alert.isByPerson()) {
            return false;
        }
        Long highest = generation.value();
        long at = alert.at().toEpochMilli();
        if (highest == null || alert.generation() > highest) {
            generation.update(alert.generation());
            since.update(at);
            return false;
        }
        return alert.generation() < highest && at > since.value();
    }

    @Override
    public void onTimer(long now, OnTimerContext context, Collector<Arrival> out) throws Exception {
        for (Iterator<Map.Entry<String, Long>> each = forgetAt.iterator(); each.hasNext(); ) {
            if (each.next().getValue() <= now) {
                each.remove();
            }
        }
        if (forgetAt.isEmpty()) {
            forgetAt.clear();
            generation.clear();
            since.clear();
        }
    }
}
