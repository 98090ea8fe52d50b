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
import org.apache.flink.api.common.typeinfo.TypeInformation;
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
    private transient ValueState<Term> term;

    /**
     * Whose a camera is.
     *
     * @param generation the highest yet
     * @param since when it first saw something, epoch milliseconds
     */
    public record Term(long generation, long since) {}

    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else.
    DropRepeats(RoomSettings settings) {
        rememberMillis = Math.round(settings.rememberSeconds() * 1000);
    }

    @Override
    public void open(OpenContext context) {
        forgetAt = getRuntimeContext().getMapState(new MapStateDescriptor<>("forget-at", Types.STRING, Types.LONG));
        term = getRuntimeContext().getState(new ValueStateDescriptor<>("term", TypeInformation.of(Term.class)));
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
        Term now = term.value();
        long at = alert.at().toEpochMilli();
        if (now == null || alert.generation() > now.generation()) {
            term.update(new Term(alert.generation(), at));
            return false;
        }
        return alert.generation() < now.generation() && at > now.since();
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
            term.clear();
        }
    }
}
