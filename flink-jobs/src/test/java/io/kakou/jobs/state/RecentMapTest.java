package io.kakou.jobs.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

/** On Flink's own state, with room for three entries in memory. */
class RecentMapTest {
    private static final int MOST = 3;

    /** Takes {@code key id value}, or {@code key id -} to remove, or {@code key}; tells all that the key holds. */
    private static final class Keep extends KeyedProcessFunction<String, String, String> {
        private static final long serialVersionUID = 1L;

        private final boolean saves;
        private transient RecentMap<String> map;

        @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else.
        Keep(boolean saves) {
            this.saves = saves;
        }

        @Override
        public void open(OpenContext context) {
            map = new RecentMap<>(
                    getRuntimeContext().getMapState(new MapStateDescriptor<>("map", Types.STRING, Types.STRING)),
                    getRuntimeContext().getState(new ValueStateDescriptor<>("any", Types.BOOLEAN)),
                    MOST);
        }

        @Override
        public void processElement(String line, Context context, Collector<String> out) throws Exception {
            String[] words = line.split(" ", -1);
            map.enter(context.getCurrentKey());
            if (words.length == 3 && words[2].equals("-")) {
                map.remove(words[1]);
            } else if (words.length == 3) {
                map.put(words[1], words[2]);
            }
            if (saves) {
                map.save();
            }
            out.collect(String.valueOf(map.values().stream().sorted().toList()));
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, String, String> harness(boolean saves)
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new Keep(saves)), line -> line.split(" ", -1)[0], Types.STRING);
    }

    @Test
    void ten_thousand_random_changes_of_many_keys_are_as_in_a_plain_map_also_after_a_restart() throws Exception {
        Random random = new Random(7);
        Map<String, Map<String, String>> truth = new HashMap<>();
        List<String> wanted = new ArrayList<>();
        List<String> told = new ArrayList<>();
        OperatorSubtaskState state = null;
        for (int start = 0; start < 4; start++) {
            var keep = harness(true);
            try {
                if (state != null) {
                    keep.initializeState(state);
                }
                keep.open();
                for (int i = 0; i < 2_500; i++) {
                    String key = "k" + random.nextInt(6);
                    String id = "i" + random.nextInt(4);
                    boolean removes = random.nextInt(3) == 0;
                    keep.processElement(key + " " + id + " " + (removes ? "-" : "v" + i), 0);
                    Map<String, String> held = truth.computeIfAbsent(key, each -> new HashMap<>());
                    if (removes) {
                        held.remove(id);
                    } else {
                        held.put(id, "v" + i);
                    }
                    wanted.add(String.valueOf(held.values().stream().sorted().toList()));
                }
                told.addAll(keep.extractOutputValues());
                state = keep.snapshot(start, start);
            } finally {
                keep.close();
            }
        }

        assertThat(told).isEqualTo(wanted);
    }

    @Test
    void a_key_that_holds_nothing_leaves_nothing() throws Exception {
        var keep = harness(true);
        try {
            keep.open();
            keep.processElement("k a 1", 0);
            keep.processElement("k b 2", 0);
            keep.processElement("k a -", 0);
            assertThat(keep.numKeyedStateEntries()).isPositive();
            keep.processElement("k b -", 0);

            assertThat(keep.numKeyedStateEntries()).isZero();
        } finally {
            keep.close();
        }
    }

    @Test
    void who_forgets_to_save_is_told_at_the_next_record() throws Exception {
        var keep = harness(false);
        try {
            keep.open();
            keep.processElement("k a 1", 0);

            assertThatThrownBy(() -> keep.processElement("k", 0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("not saved before k: [a]");
        } finally {
            keep.close();
        }
    }
}
