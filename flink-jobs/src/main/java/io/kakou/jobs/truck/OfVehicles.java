package io.kakou.jobs.truck;

import io.kakou.events.SightingKind;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.jobs.log.LogRecord;
import org.apache.flink.api.common.functions.FilterFunction;

/** The topic carries people too, who are nobody's business here. What cannot be read goes on, to be refused with its reason. */
final class OfVehicles implements FilterFunction<LogRecord> {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean filter(LogRecord record) {
        try {
            return !record.read(SightingKind.class).isPerson();
        } catch (UnreadableRecord e) {
            return true;
        }
    }
}
