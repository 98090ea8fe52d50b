package io.kakou.jobs.room.lift;

import io.kakou.events.Alert;
import io.kakou.events.EventKind;
import io.kakou.events.Lift;
import io.kakou.events.LiftState;
import io.kakou.events.LiftTally;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.log.LogRecord;
import io.kakou.jobs.room.place.Arrival;
import io.kakou.jobs.room.place.ReadSoFar;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Of lifts whose controller has passed its test a room hears only what it must: an e-bike that stays, comes again and again, or
 * has the door closed on it, and a controller that fails. All of them are counted. Everything else, and what people report,
 * goes through. Keyed by camera, behind whoever drops repeats.
 */
public final class SuperviseLifts extends KeyedBroadcastProcessFunction<String, LiftNews, LiftEntry, Arrival> {
    /** By their keys in the registry. */
    public static final MapStateDescriptor<String, Lift> LIFTS =
            new MapStateDescriptor<>("lifts", Types.STRING, TypeInformation.of(Lift.class));

    /** By partition, the offset of the registry to be read next. */
    public static final MapStateDescriptor<Integer, Long> READ =
            new MapStateDescriptor<>("lifts-read", Types.INT, Types.LONG);

    public static final OutputTag<LiftTally> TALLIES =
            new OutputTag<>("lift-tallies", TypeInformation.of(LiftTally.class));

    private static final long serialVersionUID = 1L;
    private static final long WAIT_MILLIS = 200;
    private static final ListStateDescriptor<LiftNews> WAITING =
            new ListStateDescriptor<>("waiting-for-lifts", TypeInformation.of(LiftNews.class));

    private final Map<Integer, Long> registryEnd;
    private final LiftRules rules = LiftRules.DEFAULT;
    private transient ValueState<Supervised> supervised;
    private transient ListState<LiftNews> waiting;
    /** When the job did something first, epoch milliseconds; 0 before. */
    private transient long begunAt;

    /**
     * Knows no lift yet.
     *
     * @param registryEnd by partition, one past the newest record when the job starts; what is of lifts waits until then
     */
    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else.
    public SuperviseLifts(Map<Integer, Long> registryEnd) {
        this.registryEnd = Map.copyOf(registryEnd);
    }

    @Override
    public void open(OpenContext context) {
        supervised = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("supervised", TypeInformation.of(Supervised.class)));
        waiting = getRuntimeContext().getListState(WAITING);
    }

    @Override
    public void processBroadcastElement(LiftEntry entry, Context context, Collector<Arrival> out) throws Exception {
        BroadcastState<String, Lift> lifts = context.getBroadcastState(LIFTS);
        if (entry.lift() != null) {
            lifts.put(entry.key(), entry.lift());
        } else if (!entry.key().isEmpty()) {
            lifts.remove(entry.key());
        }
        context.getBroadcastState(READ).put(entry.partition(), entry.offset() + 1);
    }

    @Override
    public void processElement(LiftNews news, ReadOnlyContext context, Collector<Arrival> out) throws Exception {
        begin(context.currentProcessingTime());
        if (news.arrival() != null && !isOfLifts(news.arrival().alert())) {
            out.collect(news.arrival());
        } else if (isRead(context) && !waiting.get().iterator().hasNext()) {
            take(news, context, out);
        } else {
            waiting.add(news);
            wakeIn(WAIT_MILLIS, context);
        }
    }

    /** What a person reported is news whatever a door does. */
    private static boolean isOfLifts(Alert alert) {
        return alert.kind() == EventKind.EBIKE_IN_LIFT && !alert.isByPerson();
    }

    private boolean isRead(ReadOnlyContext context) throws Exception {
        return ReadSoFar.reaches(registryEnd, context.getBroadcastState(READ));
    }

    private static void wakeIn(long millis, ReadOnlyContext context) {
        context.timerService().registerProcessingTimeTimer(context.currentProcessingTime() + Math.max(1, millis));
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<Arrival> out) throws Exception {
        begin(context.currentProcessingTime());
        if (waiting.get().iterator().hasNext()) {
            if (!isRead(context)) {
                wakeIn(WAIT_MILLIS, context);
                return;
            }
            for (LiftNews news : waiting.get()) {
                take(news, context, out);
            }
            waiting.clear();
        }
        Supervised known = supervised.value();
        if (known != null) {
            long heardFrom = begunAt + Math.round(rules.recoverySeconds() * 1000);
            if (context.currentProcessingTime() < heardFrom) {
                wakeIn(heardFrom - context.currentProcessingTime(), context);
                return;
            }
            Instant now = Instant.ofEpochMilli(context.currentProcessingTime());
            // A release that was on the log before this job was is read first.
            Instant decided = now.minusMillis(Math.round(rules.patienceSeconds() * 1000));
            Supervised.Outcome outcome = known.silent(decided, rules);
            settle(known, outcome, new Told(now, now.toEpochMilli()), context, out);
        }
    }

    private void begin(long now) {
        begunAt = begunAt == 0 ? now : begunAt;
    }

    private void take(LiftNews news, ReadOnlyContext context, Collector<Arrival> out) throws Exception {
        Arrival arrival = news.arrival();
        LiftState state = news.state();
        if (arrival != null) {
            alert(arrival, context, out);
        } else if (state != null && news.record() != null) {
            state(state, news.record(), context, out);
        }
    }

    private void alert(Arrival arrival, ReadOnlyContext context, Collector<Arrival> out) throws Exception {
        Alert alert = arrival.alert();
        Supervised known = known();
        Lift lift = liftOf(alert.camera(), context);
        boolean controlled = lift != null && lift.isDriven();
        Told told = new Told(alert.at(), arrival.loggedAt());
        switch (alert.phase()) {
            case RAISED -> {
                if (controlled) {
                    settle(known, known.raised(alert, rules), told, context, out);
                } else {
                    out.collect(arrival);
                }
            }
            case RELEASED -> settle(known, known.released(alert, rules), told, context, out);
            case UNKNOWN -> out.collect(arrival);
        }
    }

    private void state(LiftState state, LogRecord record, ReadOnlyContext context, Collector<Arrival> out)
            throws Exception {
        Lift lift = context.getBroadcastState(LIFTS).get(Lift.KEY + state.lift());
        Supervised known = known();
        String problem = problem(state, lift, known.last());
        if (problem != null) {
            context.output(DeadLetter.SIDE, new DeadLetter(record, problem));
            return;
        }
        settle(known, known.stands(state, rules), new Told(state.at(), record.loggedAt()), context, out);
    }

    private static @Nullable String problem(LiftState state, @Nullable Lift lift, @Nullable LiftState last) {
        if (lift == null) {
            return "there is no lift " + state.lift() + "; allowed: one of the registry's";
        }
        if (!lift.camera().equals(state.camera())) {
            return "lift " + state.lift() + " has camera " + lift.camera() + ", and it says " + state.camera();
        }
        if (last != null && last.lift().equals(state.lift()) && !state.isAfter(last)) {
            return "it is number " + state.number() + " of generation " + state.generation() + " and was overtaken by "
                    + last.number() + " of " + last.generation();
        }
        return null;
    }

    /** When something was decided, and what of the log's time that is. */
    private record Told(Instant at, long loggedAt) {}

    private void settle(
            Supervised before, Supervised.Outcome outcome, Told told, ReadOnlyContext context, Collector<Arrival> out)
            throws Exception {
        Supervised next = outcome.next();
        outcome.told().forEach(alert -> out.collect(new Arrival(alert, told.loggedAt())));
        if (next.equals(before)) {
            return;
        }
        supervised.update(next);
        if (!next.days().equals(before.days())) {
            Lift lift = liftOf(context.getCurrentKey(), context);
            if (lift != null) {
                context.output(TALLIES, next.tally(lift.id(), told.at()));
            }
        }
        long now = context.currentProcessingTime();
        long patience = Math.round(rules.patienceSeconds() * 1000);
        next.open().stream()
                .filter(stop -> !stop.told())
                .mapToLong(stop -> Supervised.end(stop, rules).toEpochMilli())
                .forEach(end -> wakeIn(Math.max(end - now, 0) + patience + 1, context));
    }

    private Supervised known() throws Exception {
        Supervised known = supervised.value();
        return known == null ? Supervised.NEW : known;
    }

    private static @Nullable Lift liftOf(String camera, ReadOnlyContext context) throws Exception {
        for (Map.Entry<String, Lift> each : context.getBroadcastState(LIFTS).immutableEntries()) {
            if (each.getValue().camera().equals(camera)) {
                return each.getValue();
            }
        }
        return null;
    }
}
