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
class MemberListsTest {
    private static final long MOST = 5;

    /**
     * Takes {@code room id kind version}, or {@code room id kind -} to remove, or {@code room id kind ?} to look; tells
     * whether it was in, and, of every line but the looks, the list of its kind.
     */
    private static final class Keep extends KeyedProcessFunction<String, String, String> {
        private static final long serialVersionUID = 1L;

        private transient MemberLists lists;

        @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else.
        Keep() {}

        @Override
        public void open(OpenContext context) {
            lists = new MemberLists(
                    getRuntimeContext()
                            .getMapState(
                                    new MapStateDescriptor<>("lists", Types.STRING, TypeInformation.of(Known.class))),
                    MOST);
        }

        @Override
        public void processElement(String line, Context context, Collector<String> out) throws Exception {
            String[] words = line.split(" ", -1);
            lists.enter(context.getCurrentKey());
            Known one = known(words[1], words[2], words[3]);
            String told = String.valueOf(lists.contains(one));
            if (words[3].equals("-")) {
                lists.remove(one);
            } else if (!words[3].equals("?")) {
                lists.put(one);
            }
            if (words[3].equals("?")) {
                out.collect(told);
            } else {
                out.collect(told + " "
                        + lists.of(one.incident().kind()).stream()
                                .map(each ->
                                        each.incident().id() + each.incident().version())
                                .toList());
            }
            lists.save();
            lists.clearEmpty();
        }
    }

    private static Known known(String id, String kind, String version) {
        long number = version.equals("-") || version.equals("?") ? 0 : Long.parseLong(version);
        return Known.first(new SeatIncident(
                id,
                EventKind.valueOf(kind),
                null,
                null,
                List.of(),
                1,
                IncidentState.REPORTED,
                Instant.EPOCH,
                Instant.EPOCH,
                number,
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
        Map<String, Map<String, Integer>> truth = new TreeMap<>();
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
                    String id = "i" + random.nextInt(4);
                    String kind = random.nextBoolean() ? "WATERLOGGING" : "LOST_CHILD";
                    String what = List.of("-", "?", String.valueOf(i)).get(random.nextInt(3));
                    keep.processElement(String.join(" ", room, id, kind, what), 0);
                    Map<String, Integer> list = truth.computeIfAbsent(room + " " + kind, each -> new TreeMap<>());
                    String wasIn = String.valueOf(list.containsKey(id));
                    if (what.equals("-")) {
                        list.remove(id);
                    } else if (!what.equals("?")) {
                        list.put(id, i);
                    }
                    wanted.add(what.equals("?") ? wasIn : wasIn + " " + lines(list));
                }
                told.addAll(keep.extractOutputValues());
                state = keep.snapshot(start, start);
            } finally {
                keep.close();
            }
        }

        assertThat(told).isEqualTo(wanted);
    }

    private static List<String> lines(Map<String, Integer> list) {
        return list.entrySet().stream()
                .map(each -> each.getKey() + each.getValue())
                .toList();
    }

    @Test
    void a_room_without_lists_leaves_nothing() throws Exception {
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
