package io.kakou.jobs.truck.follow;

import io.kakou.events.truck.TruckPermit;
import io.kakou.events.truck.WorkSite;
import io.kakou.jobs.log.LogRecord;
import io.kakou.jobs.truck.rule.CameraPlace;
import org.jspecify.annotations.Nullable;

/**
 * How far the registry or the cameras have been read, and what was there; none where the key was deleted.
 *
 * @param part topic and partition
 * @param loggedAt epoch milliseconds
 * @param key empty where the record is of a kind not needed here or unreadable: it still counts as read
 */
public record PaperEntry(
        String part,
        long offset,
        long loggedAt,
        String key,
        @Nullable TruckPermit permit,
        @Nullable WorkSite site,
        @Nullable CameraPlace camera) {
    public static String part(String topic, int partition) {
        return topic + "/" + partition;
    }

    /** Says nothing, or that what was there is no more. */
    public static PaperEntry without(LogRecord record, String key) {
        return new PaperEntry(
                part(record.topic(), record.partition()), record.offset(), record.loggedAt(), key, null, null, null);
    }

    public PaperEntry with(TruckPermit value) {
        return new PaperEntry(part, offset, loggedAt, value.key(), value, null, null);
    }

    public PaperEntry with(WorkSite value) {
        return new PaperEntry(part, offset, loggedAt, value.key(), null, value, null);
    }

    public PaperEntry with(CameraPlace value) {
        return new PaperEntry(part, offset, loggedAt, PapersState.CAMERA_KEY + value.id(), null, null, value);
    }
}
