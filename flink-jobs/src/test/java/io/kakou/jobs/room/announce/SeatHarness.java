package io.kakou.jobs.room.announce;

import static java.util.Objects.requireNonNull;

import io.kakou.events.AlarmBudget;
import io.kakou.events.EventKind;
import io.kakou.events.Incident;
import io.kakou.events.Mute;
import io.kakou.events.Notice;
import io.kakou.events.Shelf;
import io.kakou.events.Situation;
import io.kakou.jobs.room.Alerts;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** {@link Announce} behind {@link ForSeats}, its processing time set by hand; times are seconds after noon. */
final class SeatHarness {
    static final double OPEN_SECONDS = 604_800;

    private final KeyedBroadcastOperatorTestHarness<String, AtSeat, SeatRule, Notice> harness;

    SeatHarness() throws Exception {
        this(0, null);
    }

    /** One that starts at {@code seconds} from what another knew. */
    SeatHarness(double seconds, @Nullable OperatorSubtaskState state) throws Exception {
        harness = new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new Announce(OPEN_SECONDS), List.of(Announce.BUDGETS, Announce.MUTES)),
                AtSeat::room,
                Types.STRING,
                128,
                1,
                0);
        harness.setProcessingTime(Alerts.noonPlus(seconds).toEpochMilli());
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
    }

    void tell(Incident incident) throws Exception {
        for (AtSeat news : forSeats(incident)) {
            harness.processElement(news, incident.updatedAt().toEpochMilli());
        }
    }

    /** The same, at that second. */
    void tell(double seconds, Incident incident) throws Exception {
        clock(seconds);
        tell(incident);
    }

    void shelve(Shelf shelf) throws Exception {
        harness.processElement(new AtSeat(shelf.room(), null, shelf), shelf.at().toEpochMilli());
    }

    void budget(AlarmBudget budget) throws Exception {
        harness.processBroadcastElement(new SeatRule(budget.key(), budget, null), 0);
    }

    void mute(Mute mute) throws Exception {
        harness.processBroadcastElement(new SeatRule(mute.key(), null, mute), 0);
    }

    void unmute(Mute mute) throws Exception {
        harness.processBroadcastElement(new SeatRule(mute.key(), null, null), 0);
    }

    /** Moves the wall clock; timers fire. */
    void clock(double seconds) throws Exception {
        harness.setProcessingTime(Alerts.noonPlus(seconds).toEpochMilli());
    }

    /** Moves the log's time line. */
    void loggedTime(double seconds) throws Exception {
        harness.processWatermark(new Watermark(Alerts.noonPlus(seconds).toEpochMilli()));
        harness.processBroadcastWatermark(new Watermark(Alerts.noonPlus(seconds).toEpochMilli()));
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    List<Notice> notices() {
        return harness.extractOutputValues();
    }

    List<Notice> heard(EventKind kind) {
        return notices().stream()
                .filter(notice -> notice.sound() && notice.event() == kind)
                .toList();
    }

    Notice last() {
        return notices().get(notices().size() - 1);
    }

    List<Situation> situations() {
        @Nullable Queue<StreamRecord<Situation>> told = harness.getSideOutput(Announce.SITUATIONS);
        return told == null
                ? List.of()
                : told.stream().map(StreamRecord::getValue).toList();
    }

    Situation situation() {
        return situations().get(situations().size() - 1);
    }

    int clockTimers() {
        return harness.numProcessingTimeTimers();
    }

    int eventTimers() {
        return harness.numEventTimeTimers();
    }

    int stateEntries() {
        AbstractStreamOperator<?> operator = (AbstractStreamOperator<?>) harness.getOperator();
        HeapKeyedStateBackend<?> state = requireNonNull((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend());
        return state.numKeyValueStateEntries();
    }

    void close() throws Exception {
        harness.close();
    }

    private static List<AtSeat> forSeats(Incident incident) {
        List<AtSeat> news = new ArrayList<>();
        new ForSeats().flatMap(incident, new Collector<>() {
            @Override
            public void collect(AtSeat each) {
                news.add(each);
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        });
        return news;
    }
}
