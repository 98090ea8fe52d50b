package io.kakou.jobs.truck.follow;

import io.kakou.events.Alert;
import io.kakou.events.Sighting;
import io.kakou.jobs.log.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * What came from one camera: a vehicle, or an alert.
 *
 * @param record as it lay on the log
 */
public record AtCamera(String camera, @Nullable Sighting sighting, @Nullable Alert alert, LogRecord record) {
    public static AtCamera of(Sighting sighting, LogRecord record) {
        return new AtCamera(sighting.camera(), sighting, null, record);
    }

    public static AtCamera of(Alert alert, LogRecord record) {
        return new AtCamera(alert.camera(), null, alert, record);
    }
}
