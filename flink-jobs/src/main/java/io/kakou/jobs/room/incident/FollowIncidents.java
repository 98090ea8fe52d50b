package io.kakou.jobs.room.incident;

import static java.util.Comparator.comparing;

import io.kakou.events.Action;
import io.kakou.events.Alert;
import io.kakou.events.Incident;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.room.place.ReadSoFar;
import io.kakou.jobs.room.place.RoutedAlert;
import io.kakou.jobs.state.RecentMap;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Makes one incident of one event's alerts, moves it on as people act, and tells what ran out. An alert opens an incident
 * or joins the one that is open; its release is noted there. An incident keeps the room and the clock it was opened
 * with, whatever becomes of the registry.
 *
 * <p>A release whose beginning was never seen opens an incident and releases it at once: the event did happen, and a
 * room would rather hear of it late than never. Ids follow from the alert alone, so should the beginning arrive after
 * all, it changes nothing. A phase written by a newer release is taken as news, like a beginning.
 *
 * <p>A timer only wakes a key. The clock stands still until the actions have been read to what was their end when the
 * job started: a step that somebody did while the job was down must not be told as overdue.
 */
public final class FollowIncidents extends KeyedBroadcastProcessFunction<String, Happening, ActionsRead, Incident>
        implements CheckpointedFunction {
    /** By partition, the offset of the actions to be read next. */
    public static final MapStateDescriptor<Integer, Long> READ =
            new MapStateDescriptor<>("actions-read", Types.INT, Types.LONG);

    /** How long an action waits for an incident that is not known: its alert may still be on its way. */
    static final long PATIENCE_MILLIS = 30_000;

    /** The newest actions come by another channel than the word that all are read, a few milliseconds behind it. */
    static final long SETTLE_MILLIS = 100;

    static final long LOOK_AGAIN_MILLIS = 50;

    /** Incidents that are held in memory besides, some 5 kB each. */
    private static final int MOST_RECENT = 4_096;

    private static final long serialVersionUID = 1L;
    private static final MapStateDescriptor<String, Followed> FOLLOWED =
            new MapStateDescriptor<>("followed", Types.STRING, TypeInformation.of(Followed.class));
    private static final MapStateDescriptor<String, ActionOnLog> EARLY =
            new MapStateDescriptor<>("early", Types.STRING, TypeInformation.of(ActionOnLog.class));
    private static final ListStateDescriptor<Boolean> MARKED = new ListStateDescriptor<>("marked", Types.BOOLEAN);
    private static final ValueStateDescriptor<Boolean> ANY_FOLLOWED =
            new ValueStateDescriptor<>("any-followed", Types.BOOLEAN);
    private static final ValueStateDescriptor<Boolean> ANY_EARLY =
            new ValueStateDescriptor<>("any-early", Types.BOOLEAN);

    private final Keeping keeping;
    private final Map<Integer, Long> actionsEnd;

    @SuppressWarnings("NullAway.Init") // Flink calls initializeState() before open().
    private transient ListState<Boolean> marked;

    /** Whether of each key it is kept whether it has any: not where the job goes on from state that was written without. */
    private transient boolean marks;

    private transient RecentMap<Followed> followed;
    private transient EarlyActions early;
    private transient RoomClock clock;
    private transient Acting acting;
    private transient boolean awake;
    private transient long settledAt;

    /**
     * Follows no incident yet.
     *
     * @param actionsEnd by partition, one past the newest action when the job starts
     */
    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else.
    public FollowIncidents(Keeping keeping, Map<Integer, Long> actionsEnd) {
        this.keeping = keeping;
        this.actionsEnd = Map.copyOf(actionsEnd);
    }

    @Override
    public void open(OpenContext context) throws IOException {
        followed = recent(FOLLOWED, ANY_FOLLOWED);
        TypeSerializer<Followed> stored = getRuntimeContext().createSerializer(TypeInformation.of(Followed.class));
        early = new EarlyActions(recent(EARLY, ANY_EARLY), PATIENCE_MILLIS);
        clock = new RoomClock(new Outages());
        acting = new Acting(clock);
        long unused = new Rehearsal(stored).run();
    }

    private <V> RecentMap<V> recent(MapStateDescriptor<String, V> entries, ValueStateDescriptor<Boolean> any) {
        MapState<String, V> state = getRuntimeContext().getMapState(entries);
        return new RecentMap<>(state, marks ? getRuntimeContext().getState(any) : null, MOST_RECENT);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        marked = context.getOperatorStateStore().getUnionListState(MARKED);
        marks = !context.isRestored() || marked.get().iterator().hasNext();
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        marked.update(marks ? List.of(true) : List.of());
    }

    @Override
    public void processBroadcastElement(ActionsRead read, Context context, Collector<Incident> out) throws Exception {
        if (!ReadSoFar.reaches(actionsEnd, context.getBroadcastState(READ))) {
            settledAt = context.currentProcessingTime() + SETTLE_MILLIS;
        }
        context.getBroadcastState(READ).put(read.partition(), read.offset() + 1);
    }

    @Override
    public void processElement(Happening happening, ReadOnlyContext context, Collector<Incident> out) throws Exception {
        enter(context.getCurrentKey());
        if (happening.alert() != null) {
            alert(happening.alert(), context, out);
        } else if (happening.action() != null) {
            action(happening.action(), context, out);
        }
        save();
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<Incident> out) throws Exception {
        if (context.timeDomain() == TimeDomain.PROCESSING_TIME && !isAwake(context)) {
            // Of ten thousand that ran out meanwhile none is read for nothing: the log of actions is waited for.
            context.timerService().registerProcessingTimeTimer(context.currentProcessingTime() + LOOK_AGAIN_MILLIS);
            return;
        }
        enter(context.getCurrentKey());
        if (context.timeDomain() == TimeDomain.EVENT_TIME) {
            forget(at);
        } else {
            for (ActionOnLog given : early.giveUp(context.timerService())) {
                context.output(DeadLetter.SIDE, new DeadLetter(given.record(), EarlyActions.unknown(given.action())));
            }
            tellOverdue(context, out);
        }
        save();
    }

    private void enter(String mergeKey) throws Exception {
        followed.enter(mergeKey);
        early.enter(mergeKey);
    }

    private void save() throws Exception {
        followed.save();
        early.save();
    }

    private void alert(RoutedAlert routed, ReadOnlyContext context, Collector<Incident> out) throws Exception {
        Optional<Followed> after =
                switch (routed.alert().phase()) {
                    case RAISED, UNKNOWN -> raised(routed);
                    case RELEASED -> released(routed);
                };
        if (after.isPresent()) {
            Followed opened = after.get();
            List<Followed> changed = List.of(opened);
            for (ActionOnLog each : early.of(opened.incident().id(), context.timerService())) {
                List<Followed> acted = act(changed.get(0), each, context);
                changed =
                        Stream.concat(acted.stream(), changed.stream().skip(1)).toList();
            }
            tell(changed, routed.loggedAt(), context, out);
        }
    }

    private Optional<Followed> raised(RoutedAlert routed) throws Exception {
        Alert alert = routed.alert();
        if (knowing(alert).isPresent()) {
            return Optional.empty();
        }
        // An open one first; whose place it is before whose road it is; of several the newest.
        return Optional.of(all().filter(one -> one.takes(routed, keeping.joinSeconds()))
                .max(comparing(Followed::isOpen)
                        .thenComparing(one -> one.holds(routed))
                        .thenComparing(one -> !one.apart())
                        .thenComparing(one -> one.incident().openedAt()))
                .map(one -> one.join(routed))
                .orElseGet(() -> Followed.open(routed, alert.at())));
    }

    private Optional<Followed> released(RoutedAlert routed) throws Exception {
        Alert alert = routed.alert();
        return knowing(alert)
                .or(() -> Optional.of(Followed.open(routed, alert.onset())))
                .filter(one -> one.present().contains(alert.id()))
                .map(one -> one.release(alert));
    }

    private Optional<Followed> knowing(Alert alert) throws Exception {
        // Where places were split off, both may carry it; it is present in one.
        return all().filter(one -> one.knows(alert))
                .max(comparing(one -> one.present().contains(alert.id())));
    }

    private void action(ActionOnLog done, ReadOnlyContext context, Collector<Incident> out) throws Exception {
        Followed one = followed.get(done.action().incident());
        if (one == null) {
            early.add(done, context.timerService());
            return;
        }
        List<Followed> changed = act(one, done, context);
        if (changed.get(0).incident().version() > one.incident().version()) {
            tell(changed, done.record().loggedAt(), context, out);
        } else {
            followed.put(one.incident().id(), changed.get(0));
        }
    }

    /** One that is refused leaves a trace. */
    private List<Followed> act(Followed one, ActionOnLog done, ReadOnlyContext context) {
        Action action = done.action();
        if (one.hasSeen(action)) {
            return List.of(one);
        }
        Optional<String> refusal = Acting.refusal(one.incident(), action);
        if (refusal.isPresent()) {
            context.output(DeadLetter.SIDE, new DeadLetter(done.record(), refusal.get()));
            return List.of(one.seen(action));
        }
        return acting.act(one.seen(action), action, now(context));
    }

    private void tell(List<Followed> changed, long loggedAt, ReadOnlyContext context, Collector<Incident> out)
            throws Exception {
        Wakes before = Wakes.of(followed.values());
        for (Followed one : changed) {
            Followed told = isAwake(context) ? runOut(one, context) : one;
            Followed kept = told.keptFrom(loggedAt, keeping);
            followed.put(kept.incident().id(), kept);
            out.collect(kept.incident());
        }
        Wakes.of(followed.values()).set(before, context.timerService());
    }

    private void tellOverdue(OnTimerContext context, Collector<Incident> out) throws Exception {
        for (Followed one : followed.values()) {
            Followed after = runOut(one, context);
            if (!after.equals(one)) {
                followed.put(after.incident().id(), after);
            }
            if (after.incident().version() > one.incident().version()) {
                out.collect(after.incident());
            }
            // What is not told yet waits for the clock to pass the deadline.
            for (long wake : Wakes.of(after)) {
                context.timerService()
                        .registerProcessingTimeTimer(
                                Math.max(wake, context.currentProcessingTime() + LOOK_AGAIN_MILLIS));
            }
        }
    }

    private Followed runOut(Followed one, ReadOnlyContext context) {
        Instant now = now(context);
        return Ladder.climb(one.with(clock.runOut(one.incident(), now, now)), now);
    }

    private boolean isAwake(ReadOnlyContext context) throws Exception {
        awake = awake
                || (context.currentProcessingTime() >= settledAt
                        && ReadSoFar.reaches(actionsEnd, context.getBroadcastState(READ)));
        return awake;
    }

    private void forget(long at) throws Exception {
        for (Followed one : followed.values()) {
            if (one.forgetAt() <= at) {
                followed.remove(one.incident().id());
            }
        }
    }

    private Stream<Followed> all() {
        return followed.values().stream();
    }

    private static Instant now(ReadOnlyContext context) {
        return Instant.ofEpochMilli(context.currentProcessingTime());
    }
}
