package io.kakou.jobs.log;

import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as it lies on the log, unread.
 *
 * @param offset its place in the partition
 * @param loggedAt when it was put there, epoch milliseconds; state is kept and dropped by this time, never by a clock
 * @param key empty where there is none
 * @param value null where the key is deleted
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared: it is only on its way to being read.
public record LogRecord(String topic, int partition, long offset, long loggedAt, String key, byte @Nullable [] value) {
    public <T extends Record> T read(Class<T> type) throws UnreadableRecord {
        return Json.read(type, value);
    }
}
