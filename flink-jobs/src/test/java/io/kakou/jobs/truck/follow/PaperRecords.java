package io.kakou.jobs.truck.follow;

import io.kakou.events.truck.TruckPermit;
import io.kakou.events.truck.WorkSite;
import io.kakou.jobs.log.LogRecord;
import io.kakou.jobs.truck.Trucks;
import io.kakou.jobs.truck.rule.CameraPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;

/** The papers as they come to an operator, one after the other. */
final class PaperRecords {
    private PaperRecords() {}

    static List<PaperEntry> all() {
        List<PaperEntry> entries = new ArrayList<>();
        for (CameraPlace each : Trucks.cameras()) {
            entries.add(at(entries.size()).with(each));
        }
        for (Record each : Trucks.papers()) {
            entries.add(entry(entries.size(), each));
        }
        return entries;
    }

    /** One past the last of them. */
    static Map<String, Long> end() {
        return Map.of("registry/0", (long) all().size());
    }

    /** What an operator keeps by key. */
    static int kept(KeyedBroadcastOperatorTestHarness<?, ?, ?, ?> harness) {
        AbstractStreamOperator<?> operator = (AbstractStreamOperator<?>) harness.getOperator();
        return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend()).numKeyValueStateEntries();
    }

    /** The log's time, which no paper holds up. */
    static void time(KeyedBroadcastOperatorTestHarness<?, ?, ?, ?> harness, long millis) throws Exception {
        harness.watermark(millis);
    }

    static PaperEntry entry(long offset, Record record) {
        return record instanceof TruckPermit permit
                ? at(offset).with(permit)
                : at(offset).with((WorkSite) record);
    }

    private static PaperEntry at(long offset) {
        long logged = Trucks.NIGHT.plusSeconds(7_200).toEpochMilli();
        return PaperEntry.without(new LogRecord("registry", 0, offset, logged, "", null), "");
    }
}
