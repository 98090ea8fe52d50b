package io.kakou.jobs.room.lift;

import io.kakou.events.LiftState;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.log.LogRecord;
import java.time.Instant;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Bytes to how lifts stand; those that are none, or of a time to come, leave by the side. */
public final class ReadLiftStates extends ProcessFunction<LogRecord, LiftNews> {
    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 16 * 1024;
    /** Two machines' clocks may differ; a state of tomorrow would hide all of today's. */
    private static final long AHEAD_SECONDS = 300;

    @Override
    public void processElement(LogRecord record, Context context, Collector<LiftNews> out) {
        if (record.value() == null) {
            return; // A lift that is no more.
        }
        try {
            String problem = problem(record);
            if (problem.isEmpty()) {
                LiftState state = record.read(LiftState.class);
                problem = problem(record, state);
                if (problem.isEmpty()) {
                    out.collect(LiftNews.of(state, record));
                    return;
                }
            }
            context.output(DeadLetter.SIDE, new DeadLetter(record, problem));
        } catch (UnreadableRecord e) {
            context.output(DeadLetter.SIDE, new DeadLetter(record, e.reason()));
        }
    }

    private static String problem(LogRecord record) {
        byte[] value = record.value();
        return value == null || value.length <= MOST_BYTES
                ? ""
                : "it has " + value.length + " bytes; allowed: " + MOST_BYTES;
    }

    private static String problem(LogRecord record, LiftState state) {
        if (!record.key().equals(state.lift())) {
            return "its lift is " + state.lift() + "; allowed: its key's";
        }
        Instant latest = Instant.ofEpochMilli(record.loggedAt()).plusSeconds(AHEAD_SECONDS);
        return state.at().isAfter(latest)
                ? "it is of " + state.at() + "; allowed: up to " + latest + ", " + AHEAD_SECONDS
                        + " s after it was put on the log"
                : "";
    }
}
