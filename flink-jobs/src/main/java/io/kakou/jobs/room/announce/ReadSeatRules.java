package io.kakou.jobs.room.announce;

import io.kakou.events.AlarmBudget;
import io.kakou.events.Mute;
import io.kakou.events.Shelf;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.log.LogRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Bytes of the registry to budgets and mutes, and to shelves by the side. What is of another kind is passed over. */
public final class ReadSeatRules extends ProcessFunction<LogRecord, SeatRule> {
    public static final OutputTag<AtSeat> SHELVES = new OutputTag<>("shelves", TypeInformation.of(AtSeat.class));

    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(LogRecord record, Context context, Collector<SeatRule> out) {
        try {
            read(record, context, out);
        } catch (UnreadableRecord e) {
            context.output(DeadLetter.SIDE, new DeadLetter(record, e.reason()));
        }
    }

    /** A shelf that is deleted has ended before: it ends by itself. */
    private static void read(LogRecord record, Context context, Collector<SeatRule> out) throws UnreadableRecord {
        String key = record.key();
        boolean isDeleted = record.value() == null;
        if (key.startsWith(AlarmBudget.KEY)) {
            out.collect(new SeatRule(key, isDeleted ? null : record.read(AlarmBudget.class), null));
        } else if (key.startsWith(Mute.KEY)) {
            out.collect(new SeatRule(key, null, isDeleted ? null : record.read(Mute.class)));
        } else if (key.startsWith(Shelf.KEY) && !isDeleted) {
            Shelf shelf = record.read(Shelf.class);
            context.output(SHELVES, new AtSeat(shelf.room(), null, shelf));
        }
    }
}
