package io.kakou.jobs.room.place;

import io.kakou.events.Area;
import io.kakou.events.ClockProfile;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.log.LogRecord;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Bytes to areas and clock profiles. Every record is passed on as read, also one that is unreadable or of a kind not needed here. */
public final class ReadRegistry extends ProcessFunction<LogRecord, RegistryEntry> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(LogRecord record, Context context, Collector<RegistryEntry> out) {
        try {
            out.collect(read(record));
        } catch (UnreadableRecord e) {
            context.output(DeadLetter.SIDE, new DeadLetter(record, e.reason()));
            out.collect(RegistryEntry.nothing(record.partition(), record.offset()));
        }
    }

    private static RegistryEntry read(LogRecord record) throws UnreadableRecord {
        if (record.key().startsWith(RegistryEntry.AREA)) {
            return entry(record, record.value() == null ? null : record.read(Area.class), null);
        }
        if (record.key().startsWith(RegistryEntry.CLOCK)) {
            return entry(record, null, record.value() == null ? null : record.read(ClockProfile.class));
        }
        return RegistryEntry.nothing(record.partition(), record.offset());
    }

    private static RegistryEntry entry(LogRecord record, @Nullable Area area, @Nullable ClockProfile clock) {
        return new RegistryEntry(record.partition(), record.offset(), record.key(), area, clock);
    }
}
