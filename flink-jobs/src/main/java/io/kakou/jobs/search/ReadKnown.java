package io.kakou.jobs.search;

import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.Point;
import io.kakou.events.Road;
import io.kakou.events.Search;
import io.kakou.events.Topic;
import io.kakou.events.TravelTime;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.log.LogRecord;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Bytes to what a search needs to know. Each is passed on as read, also one that cannot be: then its key is no more. */
final class ReadKnown extends ProcessFunction<LogRecord, Known> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(LogRecord record, Context context, Collector<Known> out) {
        try {
            out.collect(read(record));
        } catch (UnreadableRecord e) {
            context.output(DeadLetter.SIDE, new DeadLetter(record, e.reason()));
            out.collect(nothing(record));
        }
    }

    private static Known read(LogRecord record) throws UnreadableRecord {
        if (record.value() == null) {
            return nothing(record);
        }
        if (record.topic().equals(Topic.SEARCHES.topicName())) {
            return known(record, record.read(Search.class), null, null);
        }
        if (record.topic().equals(Topic.CAMERAS.topicName())) {
            return camera(record, record.read(Camera.class));
        }
        if (record.key().startsWith(Road.KEY)) {
            return known(record, null, record.read(Road.class), null);
        }
        return record.key().startsWith(TravelTime.KEY)
                ? known(record, null, null, record.read(TravelTime.class))
                : nothing(record);
    }

    private static Known camera(LogRecord record, Camera camera) {
        Point place = camera.kind() == CameraKind.LIFT ? null : camera.place();
        return new Known(
                record.topic(), record.partition(), record.offset(), record.key(), null, true, place, null, null);
    }

    private static Known known(
            LogRecord record, @Nullable Search search, @Nullable Road road, @Nullable TravelTime travel) {
        return new Known(
                record.topic(), record.partition(), record.offset(), record.key(), search, false, null, road, travel);
    }

    private static Known nothing(LogRecord record) {
        return known(record, null, null, null);
    }
}
