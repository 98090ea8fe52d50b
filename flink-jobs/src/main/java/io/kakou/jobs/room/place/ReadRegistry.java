package io.kakou.jobs.room.place;

import io.kakou.events.Area;
import io.kakou.events.ClockProfile;
import io.kakou.events.Duty;
import io.kakou.events.Road;
import io.kakou.events.SecondOwner;
import io.kakou.events.WorkCalendar;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.log.LogRecord;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Bytes to what the registry says of who answers. Every record is passed on as read, also one that is unreadable, which
 * is a dead letter, or of a kind not needed here, which is somebody else's.
 */
public final class ReadRegistry extends ProcessFunction<LogRecord, RegistryEntry> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(LogRecord record, Context context, Collector<RegistryEntry> out) {
        RegistryEntry nothing = RegistryEntry.nothing(record.partition(), record.offset());
        try {
            RegistryEntry entry = read(record, nothing);
            boolean isOfItsKey = entry.key().isEmpty() || entry.key().equals(record.key());
            String problem = isOfItsKey ? unkeyed(record) : "its own key is " + entry.key() + "; allowed: the record's";
            if (!problem.isEmpty()) {
                context.output(DeadLetter.SIDE, new DeadLetter(record, problem));
            }
            out.collect(problem.isEmpty() ? entry : nothing);
        } catch (UnreadableRecord e) {
            context.output(DeadLetter.SIDE, new DeadLetter(record, e.reason()));
            out.collect(nothing);
        }
    }

    /** Empty where it names one, or nothing is there. */
    private static String unkeyed(LogRecord record) {
        return record.value() == null || record.key().indexOf('~') > 0
                ? ""
                : "its key names no kind; allowed: kind~id, as in " + Area.KEY + "a1";
    }

    private static RegistryEntry read(LogRecord record, RegistryEntry nothing) throws UnreadableRecord {
        RegistryKind kind = RegistryKind.of(record.key());
        if (record.value() == null && kind != RegistryKind.OTHER) {
            return RegistryEntry.deleted(record.partition(), record.offset(), record.key());
        }
        return switch (kind) {
            case AREA -> nothing.with(record.read(Area.class));
            case CLOCK -> nothing.with(record.read(ClockProfile.class));
            case ROAD -> nothing.with(record.read(Road.class));
            case CALENDAR -> nothing.with(record.read(WorkCalendar.class));
            case DUTY -> nothing.with(record.read(Duty.class));
            case SECOND_OWNER -> nothing.with(record.read(SecondOwner.class));
            case OTHER -> nothing;
        };
    }
}
