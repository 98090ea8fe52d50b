package io.kakou.jobs.room.announce;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.EventKind;
import io.kakou.events.IncidentState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

/** On Flink's own state, with room for five incidents in memory. */
class KnownIncidentsTest {
    private static final long MOST = 5;

    /**
     * Takes {@code room id kind what}: what is a version, to keep it; {@code +} to put it into its list; {@code -} to
     * remove it; {@code ?} to ask for it; {@code 0} to end the list of its kind. Tells what is known of it, whether it is in the
     * list, and, where something was done, the list of its kind.
     */
    private static final class Keep extends KeyedProcessFunction<String, String, String> {
        private static final long serialVersionUID = 1L;

        private transient KnownIncidents lists;

        @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else.
        Keep() {}

        @Override
        public void open(OpenContext context) {
            lists = new KnownIncidents(
                    getRuntimeContext()
                            .getMapState(
                                    new MapStateDescriptor<>("known", Types.STRING, TypeInformation.of(Known.class))),
                    getRuntimeContext().getMapState(new MapStateDescriptor<>("listed", Types.STRING, Types.BOOLEAN)),
                    MOST);
        }

        @Override
        public void processElement(String line, Context context, Collector<String> out) throws Exception {
            String[] words = line.split(" ", -1);
            EventKind kind = EventKind.valueOf(words[2]);
            lists.enter(context.getCurrentKey());
            Known before = lists.get(words[1]);
            Known one = before == null ? known(words[1], kind, 1) : before;
            String told = (before == null ? "-" : before.incident().version()) + " " + lists.isListed(one);
            switch (words[3]) {
                case "?" -> {
                    // Asked for alone.
                }
                case "-" -> lists.remove(one);
                case "+" -> lists.enlist(one);
                case "0" -> lists.dismiss(kind);
                default -> lists.keep(known(words[1], kind, Long.parseLong(words[3])));
            }
            if (!words[3].equals("?")) {
                told += " "
                        + lists.listed(kind).stream()
                                .map(each ->
                                        each.incident().id() + each.incident().version())
                                .toList();
            }
            lists.save();
            lists.clearEmpty();
            out.collect(told);
        }
    }

    private static Known known(String id, EventKind kind, long version) {
        return Known.first(new SeatIncident(
                id,
                kind,
                null,
                null,
                List.of(),
                1,
                IncidentState.REPORTED,
                Instant.EPOCH,
                Instant.EPOCH,
                version,
                false,
                false,
                List.of()));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, String, String> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new Keep()), line -> line.split(" ", -1)[0], Types.STRING);
    }

    @Test
    void random_changes_of_many_rooms_are_as_in_a_plain_map_also_after_a_restart() throws Exception {
        Random random = new Random(11);
        Map<String, Map<String, Truth>> truth = new TreeMap<>();
        List<String> wanted = new ArrayList<>();
        List<String> told = new ArrayList<>();
        OperatorSubtaskState state = null;
        for (int start = 0; start < 4; start++) {
            var keep = harness();
            try {
                if (state != null) {
                    keep.initializeState(state);
                }
                keep.open();
                for (int i = 0; i < 2_500; i++) {
                    String room = "r" + random.nextInt(5);
                    EventKind kind = List.of(EventKind.WATERLOGGING, EventKind.LOST_CHILD)
                            .get(random.nextInt(2));
                    String id = kind.name().charAt(0) + String.valueOf(random.nextInt(4));
                    String what = List.of("-", "?", "+", random.nextInt(10) == 0 ? "0" : "?", String.valueOf(10 + i))
                            .get(random.nextInt(5));
                    keep.processElement(String.join(" ", room, id, kind.name(), what), 0);
                    wanted.add(done(truth.computeIfAbsent(room, each -> new TreeMap<>()), kind, id, what));
                }
                told.addAll(keep.extractOutputValues());
                state = keep.snapshot(start, start);
            } finally {
                keep.close();
            }
        }

        assertThat(told).isEqualTo(wanted);
    }

    private record Truth(EventKind kind, String version, boolean listed) {}

    private static String done(Map<String, Truth> room, EventKind kind, String id, String what) {
        Truth before = room.get(id);
        boolean listed = before != null && before.listed();
        String version = before == null ? "1" : before.version();
        String told = (before == null ? "-" : version) + " " + listed;
        switch (what) {
            case "?" -> {
                return told;
            }
            case "-" -> room.remove(id);
            case "+" -> room.put(id, new Truth(kind, version, true));
            case "0" ->
                room.replaceAll((each, one) -> one.kind() == kind ? new Truth(kind, one.version(), false) : one);
            default -> room.put(id, new Truth(kind, what, listed));
        }
        return told + " "
                + room.entrySet().stream()
                        .filter(each -> each.getValue().kind() == kind
                                && each.getValue().listed())
                        .map(each -> each.getKey() + each.getValue().version())
                        .toList();
    }

    @Test
    void a_room_without_incidents_leaves_nothing() throws Exception {
        var keep = harness();
        try {
            keep.open();
            keep.processElement("r a LOST_CHILD 1", 0);
            assertThat(keep.numKeyedStateEntries()).isPositive();
            keep.processElement("r a LOST_CHILD -", 0);

            assertThat(keep.numKeyedStateEntries()).isZero();
        } finally {
            keep.close();
        }
    }
}
