package io.kakou.analysis.record.elsewhere;

import io.kakou.events.Camera;
import io.kakou.rtsp.ClockRange;
import io.kakou.rtsp.RtspSession;

/** How a street's own recorder is reached. */
public interface Sessions {
    /**
     * A session that plays a span of a camera's past, not started.
     *
     * @throws IllegalArgumentException in one line, where the camera names no recorder
     */
    RtspSession of(Camera camera, ClockRange range, RtspSession.Listener listener);
}
