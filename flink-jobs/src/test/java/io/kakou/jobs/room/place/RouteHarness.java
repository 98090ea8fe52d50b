package io.kakou.jobs.room.place;

import io.kakou.events.Alert;
import io.kakou.events.Area;
import io.kakou.events.ClockProfile;
import io.kakou.events.Duty;
import io.kakou.events.Road;
import io.kakou.events.SecondOwner;
import io.kakou.events.WorkCalendar;
import io.kakou.jobs.room.Alerts;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** {@link FindRoom} on a registry that a test fills record by record. */
final class RouteHarness {
    static final double BORDER_METRES = 30;

    private final KeyedBroadcastOperatorTestHarness<String, Arrival, RegistryEntry, RoutedAlert> harness;
    private long offset;

    private RouteHarness(Map<Integer, Long> registryEnd, @Nullable OperatorSubtaskState state) throws Exception {
        harness = new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new FindRoom(registryEnd, BORDER_METRES), List.of(RegistryState.all())),
                arrival -> arrival.alert().camera(),
                Types.STRING,
                1,
                1,
                0);
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
    }

    static RouteHarness open() throws Exception {
        return new RouteHarness(Map.of(), null);
    }

    static RouteHarness open(Map<Integer, Long> registryEnd) throws Exception {
        return new RouteHarness(registryEnd, null);
    }

    /** What was known goes on where it stopped. */
    RouteHarness restarted() throws Exception {
        OperatorSubtaskState state = harness.snapshot(1, 1);
        close();
        return new RouteHarness(Map.of(0, offset), state);
    }

    void know(Record... records) throws Exception {
        for (Record record : records) {
            read(entry(record));
        }
    }

    private RegistryEntry entry(Record record) {
        RegistryEntry at = RegistryEntry.nothing(0, offset);
        if (record instanceof Area area) {
            return at.with(area);
        } else if (record instanceof ClockProfile clock) {
            return at.with(clock);
        } else if (record instanceof Road road) {
            return at.with(road);
        } else if (record instanceof WorkCalendar calendar) {
            return at.with(calendar);
        } else if (record instanceof Duty duty) {
            return at.with(duty);
        }
        return at.with((SecondOwner) record);
    }

    void forget(String key) throws Exception {
        read(RegistryEntry.deleted(0, offset, key));
    }

    void read(RegistryEntry entry) throws Exception {
        harness.processBroadcastElement(entry, 0);
        offset = entry.offset() + 1;
    }

    void arrive(Alert alert) throws Exception {
        harness.processElement(new Arrival(alert, Alerts.logged(alert)), Alerts.logged(alert));
    }

    /** The one alert that left for the one that came. */
    RoutedAlert route(Alert alert) throws Exception {
        arrive(alert);
        List<RoutedAlert> left = left();
        if (left.size() != 1) {
            throw new AssertionError(left.size() + " alerts left for one");
        }
        return left.get(0);
    }

    /** Those that left since this was last asked. */
    List<RoutedAlert> left() {
        List<RoutedAlert> left = harness.extractOutputValues();
        harness.getOutput().clear();
        return left;
    }

    int waiting() {
        AbstractStreamOperator<?> operator = (AbstractStreamOperator<?>) harness.getOperator();
        return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend()).numKeyValueStateEntries();
    }

    void close() throws Exception {
        harness.close();
    }
}
