package io.kakou.jobs.truck;

import io.kakou.events.Camera;
import io.kakou.events.Topic;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.events.truck.TruckPermit;
import io.kakou.events.truck.WorkSite;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.log.LogRecord;
import io.kakou.jobs.truck.follow.PaperEntry;
import io.kakou.jobs.truck.follow.PapersState;
import io.kakou.jobs.truck.rule.CameraPlace;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Bytes to permits, sites and cameras. Every record is passed on as read, also one that is unreadable, which is a dead letter, or of
 * a kind not needed here, which is somebody else's.
 */
final class ReadPapers extends ProcessFunction<LogRecord, PaperEntry> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(LogRecord record, Context context, Collector<PaperEntry> out) {
        PaperEntry nothing = PaperEntry.without(record, "");
        try {
            PaperEntry entry = read(record, nothing);
            boolean isOfItsKey = entry.key().isEmpty() || entry.key().equals(key(record));
            if (!isOfItsKey) {
                context.output(
                        DeadLetter.SIDE,
                        new DeadLetter(record, "its own key is " + entry.key() + "; allowed: the record's"));
            }
            out.collect(isOfItsKey ? entry : nothing);
        } catch (UnreadableRecord e) {
            context.output(DeadLetter.SIDE, new DeadLetter(record, e.reason()));
            out.collect(nothing);
        }
    }

    private static PaperEntry read(LogRecord record, PaperEntry nothing) throws UnreadableRecord {
        String key = key(record);
        boolean isPermit = key.startsWith(TruckPermit.KEY);
        boolean isSite = key.startsWith(WorkSite.KEY);
        boolean isCamera = key.startsWith(PapersState.CAMERA_KEY);
        if (!isPermit && !isSite && !isCamera) {
            return nothing;
        }
        if (record.value() == null) {
            return PaperEntry.without(record, key);
        }
        if (isCamera) {
            Camera camera = record.read(Camera.class);
            return nothing.with(new CameraPlace(camera.id(), camera.kind(), camera.place()));
        }
        return isPermit ? nothing.with(record.read(TruckPermit.class)) : nothing.with(record.read(WorkSite.class));
    }

    /** On the cameras' topic keys are bare ids. */
    private static String key(LogRecord record) {
        return record.topic().equals(Topic.CAMERAS.topicName()) ? PapersState.CAMERA_KEY + record.key() : record.key();
    }
}
