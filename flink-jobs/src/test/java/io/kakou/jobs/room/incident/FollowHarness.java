package io.kakou.jobs.room.incident;

import static java.util.Objects.requireNonNull;

import io.kakou.events.Action;
import io.kakou.events.Alert;
import io.kakou.events.ClockProfile;
import io.kakou.events.Incident;
import io.kakou.events.json.Json;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.log.LogRecord;
import io.kakou.jobs.room.Alerts;
import io.kakou.jobs.room.place.RoutedAlert;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** {@link FollowIncidents} alone, its processing time set by hand; times are seconds after noon. */
final class FollowHarness {
    static final Keeping KEEPING = new Keeping(3_600, 604_800, 86_400);

    private final KeyedBroadcastOperatorTestHarness<String, Happening, ActionsRead, Incident> harness;
    private long offset;

    FollowHarness(Map<Integer, Long> actionsEnd) throws Exception {
        this(actionsEnd, 0, null);
    }

    /** One that starts at {@code seconds} from what another knew. */
    FollowHarness(Map<Integer, Long> actionsEnd, double seconds, @Nullable OperatorSubtaskState state)
            throws Exception {
        harness = new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new FollowIncidents(KEEPING, actionsEnd), List.of(FollowIncidents.READ)),
                Happening::mergeKey,
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

    void arrive(Alert alert) throws Exception {
        long logged = Alerts.logged(alert);
        arrive(new RoutedAlert(alert, logged, "grid-4", "pengbu-room", ClockProfile.DEFAULT));
    }

    void arrive(RoutedAlert routed) throws Exception {
        harness.processElement(Happening.of(routed), routed.loggedAt());
    }

    void act(Action action) throws Exception {
        long logged = action.at().toEpochMilli();
        LogRecord record = new LogRecord("actions", 0, offset, logged, action.incident(), Json.write(action));
        harness.processElement(Happening.of(new ActionOnLog(action, record, 0)), logged);
        harness.processBroadcastElement(new ActionsRead(0, offset++), logged);
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

    List<Incident> told() {
        return harness.extractOutputValues();
    }

    Incident last() {
        return told().get(told().size() - 1);
    }

    List<DeadLetter> dead() {
        @Nullable Queue<StreamRecord<DeadLetter>> dead = harness.getSideOutput(DeadLetter.SIDE);
        return dead == null
                ? List.of()
                : dead.stream().map(StreamRecord::getValue).toList();
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
}
