package io.kakou.jobs.truck;

import io.kakou.events.Alert;
import io.kakou.events.EventKind;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.jobs.log.LogRecord;
import io.kakou.jobs.truck.follow.AtCamera;
import io.kakou.jobs.truck.rule.TruckRule;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Of alerts those of muck trucks and of dumping that cameras raised; what cannot be read is a dead letter of the rooms' job already. */
final class TruckAlerts implements FlatMapFunction<LogRecord, AtCamera> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(LogRecord record, Collector<AtCamera> out) {
        try {
            Alert alert = record.read(Alert.class);
            boolean isOfTrucks = alert.kind() == EventKind.MUCK_TRUCK || alert.kind() == EventKind.DUMPING;
            if (isOfTrucks && !alert.isByPerson() && !alert.rule().equals(TruckRule.NAME)) {
                out.collect(AtCamera.of(alert, record));
            }
        } catch (UnreadableRecord e) {
            // The rooms' job tells it.
        }
    }
}
