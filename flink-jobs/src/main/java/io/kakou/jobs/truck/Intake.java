package io.kakou.jobs.truck;

import io.kakou.events.json.UnreadableRecord;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.log.LogRecord;
import java.io.Serializable;
import java.time.Instant;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Bytes to records of one type; those that are too large, none, or of another time leave by the side with the reason. */
final class Intake<T extends Record, R> extends ProcessFunction<LogRecord, R> {
    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private final TruckSettings settings;
    private final TimeOf<T> timeOf;
    private final Form<T, R> form;

    /** When a record says that it was. */
    interface TimeOf<T> extends Serializable {
        Instant time(T value);
    }

    /** What goes on of it. */
    interface Form<T, R> extends Serializable {
        R of(T value, LogRecord record);
    }

    Intake(Class<T> type, TruckSettings settings, TimeOf<T> timeOf, Form<T, R> form) {
        this.type = type;
        this.settings = settings;
        this.timeOf = timeOf;
        this.form = form;
    }

    @Override
    public void processElement(LogRecord record, Context context, Collector<R> out) {
        try {
            T value = read(record);
            check(timeOf.time(value), record.loggedAt());
            out.collect(form.of(value, record));
        } catch (UnreadableRecord e) {
            context.output(DeadLetter.SIDE, new DeadLetter(record, e.reason()));
        } catch (IllegalArgumentException e) {
            context.output(DeadLetter.SIDE, new DeadLetter(record, String.valueOf(e.getMessage())));
        }
    }

    private T read(LogRecord record) throws UnreadableRecord {
        byte[] value = record.value();
        if (value != null && value.length > settings.mostBytes()) {
            throw new IllegalArgumentException(
                    "the record has " + value.length + " bytes; allowed: " + settings.mostBytes());
        }
        return record.read(type);
    }

    private void check(Instant at, long loggedAt) {
        double ahead = (at.toEpochMilli() - loggedAt) / 1e3;
        if (ahead > settings.futureSeconds()) {
            throw new IllegalArgumentException("its time " + at + " is " + Math.round(ahead)
                    + " s after it was logged; allowed: " + Math.round(settings.futureSeconds()));
        }
        if (-ahead > settings.keepSeconds()) {
            throw new IllegalArgumentException("its time " + at + " is " + Math.round(-ahead)
                    + " s before it was logged; allowed: " + Math.round(settings.keepSeconds()));
        }
    }
}
