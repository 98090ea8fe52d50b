package io.kakou.jobs.search;

import io.kakou.events.PersonSighting;
import io.kakou.events.SightingKind;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.log.LogRecord;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Bytes to people who have passed; what is none leaves by the side, vehicles are somebody else's. */
final class ReadSightings extends ProcessFunction<LogRecord, Passed> {
    private static final long serialVersionUID = 1L;
    /** What clocks of machines may differ by. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    @Override
    public void processElement(LogRecord record, Context context, Collector<Passed> out) {
        try {
            byte[] value = record.value();
            if (value != null && value.length > PersonSighting.MOST_BYTES && isPerson(record)) {
                refuse(
                        record,
                        context,
                        "it has " + value.length + " bytes; allowed: at most " + PersonSighting.MOST_BYTES);
            } else if (isPerson(record)) {
                pass(record, record.read(PersonSighting.class), context, out);
            }
        } catch (UnreadableRecord e) {
            refuse(record, context, e.reason());
        }
    }

    private static boolean isPerson(LogRecord record) throws UnreadableRecord {
        return record.read(SightingKind.class).isPerson();
    }

    private static void pass(LogRecord record, PersonSighting seen, Context context, Collector<Passed> out) {
        Instant logged = Instant.ofEpochMilli(record.loggedAt());
        if (seen.lastSeen().isAfter(logged.plus(AHEAD))) {
            refuse(
                    record,
                    context,
                    "person " + seen.track() + " at camera " + seen.camera() + " was last seen at " + seen.lastSeen()
                            + ", which had not come when it was told; allowed: up to " + logged);
        } else if (!seen.camera().equals(record.key())) {
            refuse(record, context, "its key is not its camera " + seen.camera() + "; allowed: that");
        } else {
            out.collect(new Passed(seen, record));
        }
    }

    private static void refuse(LogRecord record, Context context, String reason) {
        context.output(DeadLetter.SIDE, new DeadLetter(record, reason));
    }
}
