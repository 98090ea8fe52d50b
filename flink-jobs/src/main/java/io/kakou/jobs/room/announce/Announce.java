package io.kakou.jobs.room.announce;

import io.kakou.events.AlarmBudget;
import io.kakou.events.Mute;
import io.kakou.events.Notice;
import io.kakou.events.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Tells each room's seat what happens, within what a person can answer (EEMUA 191). A child or a lift is heard at once,
 * whatever floods go on, and above a ceiling of its own as one card a place. Of the other kinds the first are heard; many
 * are one situation, whose list grows without a sound. Nothing is dropped: what is only listed and not answered in time is
 * heard after all.
 *
 * <p>Budgets and mutes hold from the moment they are read. One timer a room, which only wakes it.
 */
public final class Announce extends KeyedBroadcastProcessFunction<String, AtSeat, SeatRule, Notice> {
    public static final MapStateDescriptor<String, AlarmBudget> BUDGETS =
            new MapStateDescriptor<>("budgets", Types.STRING, TypeInformation.of(AlarmBudget.class));

    public static final MapStateDescriptor<String, Mute> MUTES =
            new MapStateDescriptor<>("mutes", Types.STRING, TypeInformation.of(Mute.class));

    public static final OutputTag<Situation> SITUATIONS =
            new OutputTag<>("situations", TypeInformation.of(Situation.class));

    private static final long serialVersionUID = 1L;
    private static final long HOUR_MILLIS = 3_600_000;

    private final double openSeconds;
    private transient SeatState state;

    /** @param openSeconds how long an incident is known that never ends */
    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else.
    public Announce(double openSeconds) {
        this.openSeconds = openSeconds;
    }

    @Override
    public void open(OpenContext context) {
        state = new SeatState(getRuntimeContext());
    }

    @Override
    public void processBroadcastElement(SeatRule rule, Context context, Collector<Notice> out) throws Exception {
        if (rule.key().startsWith(AlarmBudget.KEY)) {
            take(rule.key(), rule.budget(), context.getBroadcastState(BUDGETS));
        } else {
            take(rule.key(), rule.mute(), context.getBroadcastState(MUTES));
        }
    }

    private static <T> void take(String key, @Nullable T value, BroadcastState<String, T> known) throws Exception {
        if (value == null) {
            known.remove(key);
        } else {
            known.put(key, value);
        }
    }

    @Override
    public void processElement(AtSeat news, ReadOnlyContext context, Collector<Notice> out) throws Exception {
        state.enter(context.getCurrentKey());
        Seat seat = seat(context, out);
        if (news.incident() != null) {
            long forgetAt = forgetAt(news.incident(), context.currentWatermark());
            context.timerService().registerEventTimeTimer(forgetAt);
            seat.tell(news.incident(), forgetAt);
        } else if (news.shelf() != null) {
            seat.shelve(news.shelf());
        }
        setTimer(seat, context);
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<Notice> out) throws Exception {
        state.enter(context.getCurrentKey());
        Seat seat = seat(context, out);
        if (context.timeDomain() == TimeDomain.EVENT_TIME) {
            seat.forget(at);
        } else {
            state.wake(null);
            seat.wake();
        }
        setTimer(seat, context);
    }

    /** By the hour, so that a room's timers stay few. */
    private long forgetAt(SeatIncident incident, long watermark) {
        long from = Math.max(incident.updatedAt().toEpochMilli(), watermark);
        long due = from + Math.round(openSeconds * 1000);
        return (due / HOUR_MILLIS + 1) * HOUR_MILLIS;
    }

    private void setTimer(Seat seat, ReadOnlyContext context) throws Exception {
        Long before = state.wake();
        Long next = seat.wakes();
        if (before != null && !before.equals(next)) {
            context.timerService().deleteProcessingTimeTimer(before);
        }
        if (next != null && !next.equals(before)) {
            context.timerService().registerProcessingTimeTimer(next);
        }
        state.wake(next);
        state.save();
        if (next == null) {
            state.known().clearEmpty();
        }
    }

    private Seat seat(ReadOnlyContext context, Collector<Notice> out) throws Exception {
        return new Seat(
                budget(context.getCurrentKey(), context.getBroadcastState(BUDGETS)),
                mutes(context.getBroadcastState(MUTES)),
                context.currentProcessingTime(),
                state,
                new Seat.Out(out::collect, situation -> context.output(SITUATIONS, situation)));
    }

    private static AlarmBudget budget(String room, ReadOnlyBroadcastState<String, AlarmBudget> known) throws Exception {
        AlarmBudget budget = known.get(AlarmBudget.KEY + room);
        return budget == null ? AlarmBudget.standard(room) : budget;
    }

    private static List<Mute> mutes(ReadOnlyBroadcastState<String, Mute> known) throws Exception {
        List<Mute> mutes = new ArrayList<>();
        for (Map.Entry<String, Mute> entry : known.immutableEntries()) {
            mutes.add(entry.getValue());
        }
        return mutes;
    }
}
