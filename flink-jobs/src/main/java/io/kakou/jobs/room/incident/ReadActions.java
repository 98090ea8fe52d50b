package io.kakou.jobs.room.incident;

import io.kakou.events.Action;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.log.LogRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Bytes to actions; those that are none leave by the side. How far it has read leaves by another. */
public final class ReadActions extends ProcessFunction<LogRecord, Happening> {
    /** How far it has read. */
    public static final OutputTag<ActionsRead> READ =
            new OutputTag<>("actions-read", TypeInformation.of(ActionsRead.class));

    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(LogRecord record, Context context, Collector<Happening> out) {
        try {
            out.collect(Happening.of(new ActionOnLog(record.read(Action.class), record, 0)));
        } catch (UnreadableRecord e) {
            context.output(DeadLetter.SIDE, new DeadLetter(record, e.reason()));
        } catch (IllegalArgumentException e) {
            context.output(DeadLetter.SIDE, new DeadLetter(record, "no Action: " + e.getMessage()));
        }
        context.output(READ, new ActionsRead(record.partition(), record.offset()));
    }
}
