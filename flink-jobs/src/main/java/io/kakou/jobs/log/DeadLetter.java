package io.kakou.jobs.log;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/**
 * A record that could not be read, and why; it goes to {@code <topic>-dead} and the job goes on.
 *
 * @param reason one line, without the record's own bytes
 */
public record DeadLetter(LogRecord record, String reason) {
    /** The side output of every operator that reads. */
    public static final OutputTag<DeadLetter> SIDE = new OutputTag<>("dead", TypeInformation.of(DeadLetter.class));

    /** The topic it goes to. */
    public String topic() {
        return record.topic() + "-dead";
    }
}
