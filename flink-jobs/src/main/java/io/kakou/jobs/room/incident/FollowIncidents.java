package io.kakou.jobs.room.incident;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import io.kakou.events.Action;
import io.kakou.events.Alert;
import io.kakou.events.Deadline;
import io.kakou.events.Incident;
import io.kakou.events.IncidentMoves;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.room.place.ReadSoFar;
import io.kakou.jobs.room.place.RoutedAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
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
public final class FollowIncidents extends KeyedBroadcastProcessFunction<String, Happening, ActionsRead, Incident> {
    /** By partition, the offset of the actions to be read next. */
    public static final MapStateDescriptor<Integer, Long> READ =
            new MapStateDescriptor<>("actions-read", Types.INT, Types.LONG);

    /** How long an action waits for an incident that is not known: its alert may still be on its way. */
    static final long PATIENCE_MILLIS = 30_000;

    /** The newest actions come by another channel than the word that all are read, a few milliseconds behind it. */
    static final long SETTLE_MILLIS = 100;

    static final long LOOK_AGAIN_MILLIS = 50;

    private static final long serialVersionUID = 1L;
    private static final MapStateDescriptor<String, Followed> FOLLOWED =
            new MapStateDescriptor<>("followed", Types.STRING, TypeInformation.of(Followed.class));
    private static final MapStateDescriptor<String, ActionOnLog> EARLY =
            new MapStateDescriptor<>("early", Types.STRING, TypeInformation.of(ActionOnLog.class));

    private final Keeping keeping;
    private final Map<Integer, Long> actionsEnd;
    private transient MapState<String, Followed> followed;
    private transient MapState<String, ActionOnLog> early;
    private transient RoomClock clock;
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
    public void open(OpenContext context) {
        followed = getRuntimeContext().getMapState(FOLLOWED);
        early = getRuntimeContext().getMapState(EARLY);
        clock = new RoomClock(new Outages());
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
        if (happening.alert() != null) {
            alert(happening.alert(), context, out);
        } else if (happening.action() != null) {
            action(happening.action(), context, out);
        }
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<Incident> out) throws Exception {
        if (context.timeDomain() == TimeDomain.EVENT_TIME) {
            forget(at);
        } else {
            giveUpWaiting(context);
            tellOverdue(context, out);
        }
    }

    private void alert(RoutedAlert routed, ReadOnlyContext context, Collector<Incident> out) throws Exception {
        Optional<Followed> after =
                switch (routed.alert().phase()) {
                    case RAISED, UNKNOWN -> raised(routed);
                    case RELEASED -> released(routed);
                };
        if (after.isPresent()) {
            Followed caughtUp = actEarly(after.get(), context);
            tell(caughtUp, routed.loggedAt(), context, out);
        }
    }

    private Optional<Followed> raised(RoutedAlert routed) throws Exception {
        Alert alert = routed.alert();
        if (knowing(alert).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(all().filter(one -> one.takes(alert, keeping.joinSeconds()))
                .max(comparing(one -> one.incident().openedAt()))
                .map(one -> one.join(alert))
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
        return all().filter(one -> one.knows(alert)).findFirst();
    }

    private void action(ActionOnLog done, ReadOnlyContext context, Collector<Incident> out) throws Exception {
        Followed one = followed.get(done.action().incident());
        if (one == null) {
            waitFor(done, context);
            return;
        }
        Followed after = act(one, done, context);
        if (after.incident().version() > one.incident().version()) {
            tell(after, done.record().loggedAt(), context, out);
        } else {
            followed.put(after.incident().id(), after);
        }
    }

    /** An action that saw an older version counts where it is still allowed; one that is refused leaves a trace. */
    private Followed act(Followed one, ActionOnLog done, ReadOnlyContext context) {
        Action action = done.action();
        if (one.hasSeen(action)) {
            return one;
        }
        Optional<String> refusal = IncidentMoves.refusal(one.incident().state(), action);
        if (refusal.isPresent()) {
            context.output(DeadLetter.SIDE, new DeadLetter(done.record(), refusal.get()));
            return one.seen(action);
        }
        return one.seen(action).with(clock.act(one.incident(), action, now(context)));
    }

    private void waitFor(ActionOnLog done, ReadOnlyContext context) throws Exception {
        if (!early.contains(done.action().id())) {
            long giveUpAt = context.currentProcessingTime() + PATIENCE_MILLIS;
            early.put(done.action().id(), done.waitingUntil(giveUpAt));
            context.timerService().registerProcessingTimeTimer(giveUpAt);
        }
    }

    private Followed actEarly(Followed one, ReadOnlyContext context) throws Exception {
        List<ActionOnLog> waiting = new ArrayList<>();
        early.values().forEach(waiting::add);
        waiting.removeIf(each -> !each.action().incident().equals(one.incident().id()));
        waiting.sort(comparingLong(each -> each.record().offset()));
        Followed after = one;
        for (ActionOnLog each : waiting) {
            early.remove(each.action().id());
            context.timerService().deleteProcessingTimeTimer(each.giveUpAt());
            after = act(after, each, context);
        }
        return after;
    }

    private void giveUpWaiting(OnTimerContext context) throws Exception {
        for (Iterator<ActionOnLog> each = early.values().iterator(); each.hasNext(); ) {
            ActionOnLog waiting = each.next();
            if (waiting.giveUpAt() <= context.currentProcessingTime()) {
                context.output(DeadLetter.SIDE, new DeadLetter(waiting.record(), unknown(waiting.action())));
                each.remove();
            }
        }
        if (early.isEmpty()) {
            early.clear();
        }
    }

    private static String unknown(Action action) {
        return "incident " + action.incident() + " is not known or no longer followed, kind " + action.kind()
                + "; allowed: nothing";
    }

    private void tell(Followed one, long loggedAt, ReadOnlyContext context, Collector<Incident> out) throws Exception {
        Followed told = isAwake(context) ? one.with(runOut(one, context)) : one;
        double seconds = told.isOpen() || !told.isReleased() ? keeping.openSeconds() : keeping.settledSeconds();
        Followed kept = told.keptUntil(loggedAt + Math.round(seconds * 1000));
        followed.put(kept.incident().id(), kept);
        context.timerService().deleteEventTimeTimer(one.forgetAt());
        setTimers(kept.incident(), context);
        out.collect(kept.incident());
    }

    private void tellOverdue(OnTimerContext context, Collector<Incident> out) throws Exception {
        boolean isAwake = isAwake(context);
        for (Followed one : all().toList()) {
            Incident after = isAwake ? runOut(one, context) : one.incident();
            if (after.version() > one.incident().version()) {
                followed.put(after.id(), one.with(after));
                out.collect(after);
            } else if (RoomClock.wakes(after).stream().anyMatch(wake -> wake <= context.currentProcessingTime())) {
                long again = context.currentProcessingTime() + LOOK_AGAIN_MILLIS;
                context.timerService().registerProcessingTimeTimer(again);
            }
        }
    }

    private Incident runOut(Followed one, ReadOnlyContext context) {
        return clock.runOut(one.incident(), now(context), now(context));
    }

    /** Two incidents of a key may share a millisecond, so what still runs is set again. */
    private void setTimers(Incident changed, ReadOnlyContext context) throws Exception {
        for (Deadline deadline : changed.deadlines()) {
            if (!RoomClock.isRunning(deadline)) {
                context.timerService().deleteProcessingTimeTimer(RoomClock.wake(deadline));
            }
        }
        all().map(Followed::forgetAt).forEach(context.timerService()::registerEventTimeTimer);
        all().flatMap(one -> RoomClock.wakes(one.incident()).stream())
                .forEach(context.timerService()::registerProcessingTimeTimer);
    }

    private boolean isAwake(ReadOnlyContext context) throws Exception {
        awake = awake
                || (context.currentProcessingTime() >= settledAt
                        && ReadSoFar.reaches(actionsEnd, context.getBroadcastState(READ)));
        return awake;
    }

    private void forget(long at) throws Exception {
        for (Iterator<Followed> each = followed.values().iterator(); each.hasNext(); ) {
            if (each.next().forgetAt() <= at) {
                each.remove();
            }
        }
        if (followed.isEmpty()) {
            followed.clear();
        }
    }

    private Stream<Followed> all() throws Exception {
        return StreamSupport.stream(followed.values().spliterator(), false);
    }

    private static Instant now(ReadOnlyContext context) {
        return Instant.ofEpochMilli(context.currentProcessingTime());
    }
}
