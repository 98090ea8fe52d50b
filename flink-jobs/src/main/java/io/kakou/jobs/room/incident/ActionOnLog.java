package io.kakou.jobs.room.incident;

import io.kakou.events.Action;
import io.kakou.jobs.log.LogRecord;

/**
 * An action and the record it was read from: what is refused goes aside byte for byte.
 *
 * @param giveUpAt until when it waits for an incident that is not known, epoch milliseconds; 0 where it does not wait
 */
public record ActionOnLog(Action action, LogRecord record, long giveUpAt) {
    ActionOnLog waitingUntil(long millis) {
        return new ActionOnLog(action, record, millis);
    }
}
