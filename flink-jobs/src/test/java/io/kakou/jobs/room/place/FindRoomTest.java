package io.kakou.jobs.room.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Alert;
import io.kakou.events.Area;
import io.kakou.events.AreaLevel;
import io.kakou.events.ClockLimit;
import io.kakou.events.ClockProfile;
import io.kakou.events.ClockStep;
import io.kakou.events.EventKind;
import io.kakou.events.Incident;
import io.kakou.events.Point;
import io.kakou.events.Polygon;
import io.kakou.events.Ring;
import io.kakou.jobs.room.Alerts;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FindRoomTest {
    private static final Area STREET = new Area(
            "pengbu",
            "彭埠街道",
            AreaLevel.STREET,
            null,
            "pengbu-room",
            List.of(new Polygon(List.of(new Ring(
                    List.of(new Point(120, 30), new Point(121, 30), new Point(121, 31), new Point(120, 31)))))));

    @SuppressWarnings("NullAway.Init") // Each test opens it with its own registry.
    private KeyedBroadcastOperatorTestHarness<String, Arrival, RegistryEntry, RoutedAlert> find;

    @Test
    void an_empty_registry_holds_nothing_up() throws Exception {
        open(Map.of());
        arrive("a1");

        assertThat(find.extractOutputValues()).extracting(RoutedAlert::room).containsExactly(Incident.NO_ROOM);
    }

    @Test
    void alerts_wait_until_the_registry_is_read_to_its_end_and_then_leave_in_order() throws Exception {
        open(Map.of(0, 3L));
        arrive("a1");
        arrive("a2");
        find.processBroadcastElement(RegistryEntry.nothing(0, 0), 0);
        find.processBroadcastElement(new RegistryEntry(0, 1, STREET.key(), STREET, null), 0);
        assertThat(find.extractOutputValues()).isEmpty();

        find.processBroadcastElement(RegistryEntry.nothing(0, 2), 0);

        assertThat(find.extractOutputValues())
                .extracting(routed -> routed.alert().id() + " " + routed.area() + " " + routed.room())
                .containsExactly("a1 pengbu pengbu-room", "a2 pengbu pengbu-room");
        assertThat(waiting()).isZero();
    }

    @Test
    void every_partition_must_be_read() throws Exception {
        open(Map.of(0, 1L, 1, 1L));
        arrive("a1");
        find.processBroadcastElement(new RegistryEntry(0, 0, STREET.key(), STREET, null), 0);
        assertThat(find.extractOutputValues()).isEmpty();

        find.processBroadcastElement(RegistryEntry.nothing(1, 0), 0);
        assertThat(find.extractOutputValues()).hasSize(1);
    }

    @Test
    void an_area_changed_or_deleted_later_counts_from_then_on() throws Exception {
        open(Map.of(0, 1L));
        find.processBroadcastElement(new RegistryEntry(0, 0, STREET.key(), STREET, null), 0);
        arrive("a1");
        find.processBroadcastElement(new RegistryEntry(0, 1, STREET.key(), null, null), 0);
        arrive("a2");

        assertThat(find.extractOutputValues())
                .extracting(RoutedAlert::room)
                .containsExactly("pengbu-room", Incident.NO_ROOM);
        assertThat(waiting()).isZero();
    }

    @Test
    void a_profile_for_the_kind_goes_before_one_for_all_and_without_any_it_is_1_3_5() throws Exception {
        open(Map.of());
        arrive("a1");
        profile(0, "z-all", List.of());
        arrive("a2");
        profile(1, "for-lifts", List.of(EventKind.EBIKE_IN_LIFT));
        arrive("a3");
        find.processBroadcastElement(new RegistryEntry(0, 2, "clock~for-lifts", null, null), 0);
        arrive("a4");

        assertThat(find.extractOutputValues())
                .extracting(routed -> routed.clock().id())
                .containsExactly("1-3-5", "z-all", "for-lifts", "z-all");
    }

    private void profile(long offset, String id, List<EventKind> kinds) throws Exception {
        ClockProfile profile = new ClockProfile(id, kinds, List.of(new ClockLimit(ClockStep.RESPOND, 30)));
        find.processBroadcastElement(new RegistryEntry(0, offset, profile.key(), null, profile), 0);
    }

    @AfterEach
    void close() throws Exception {
        find.close();
    }

    private void open(Map<Integer, Long> registryEnd) throws Exception {
        find = ProcessFunctionTestHarnesses.forKeyedBroadcastProcessFunction(
                new FindRoom(registryEnd),
                arrival -> arrival.alert().camera(),
                Types.STRING,
                FindRoom.AREAS,
                FindRoom.CLOCKS,
                FindRoom.READ);
    }

    private void arrive(String id) throws Exception {
        Alert alert = Alerts.raised(id, 0);
        find.processElement(new Arrival(alert, Alerts.logged(alert)), Alerts.logged(alert));
    }

    private int waiting() {
        AbstractStreamOperator<?> operator = (AbstractStreamOperator<?>) find.getOperator();
        return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend()).numKeyValueStateEntries();
    }
}
