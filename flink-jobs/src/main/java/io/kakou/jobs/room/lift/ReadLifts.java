package io.kakou.jobs.room.lift;

import io.kakou.events.Lift;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.log.LogRecord;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** The registry's lifts. Every record is passed on as read, also one that is unreadable, which is a dead letter. */
public final class ReadLifts extends ProcessFunction<LogRecord, LiftEntry> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(LogRecord record, Context context, Collector<LiftEntry> out) {
        out.collect(entry(record, context));
    }

    private static LiftEntry entry(LogRecord record, Context context) {
        LiftEntry nothing = new LiftEntry(record.partition(), record.offset(), "", null);
        if (!record.key().startsWith(Lift.KEY)) {
            return nothing;
        }
        if (record.value() == null) {
            return new LiftEntry(record.partition(), record.offset(), record.key(), null);
        }
        try {
            Lift lift = record.read(Lift.class);
            if (lift.key().equals(record.key())) {
                return new LiftEntry(record.partition(), record.offset(), record.key(), lift);
            }
            context.output(
                    DeadLetter.SIDE,
                    new DeadLetter(record, "its own key is " + lift.key() + "; allowed: the record's"));
        } catch (UnreadableRecord e) {
            context.output(DeadLetter.SIDE, new DeadLetter(record, e.reason()));
        }
        return nothing;
    }
}
