package io.kakou.jobs.room;

import io.kakou.events.Alert;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.log.LogRecord;
import io.kakou.jobs.room.place.Arrival;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Bytes to alerts; those that are none leave by the side. */
final class ReadAlerts extends ProcessFunction<LogRecord, Arrival> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(LogRecord record, Context context, Collector<Arrival> out) {
        try {
            out.collect(new Arrival(record.read(Alert.class), record.loggedAt()));
        } catch (UnreadableRecord e) {
            context.output(DeadLetter.SIDE, new DeadLetter(record, e.reason()));
        }
    }
}
