package io.kakou.app.cameras;

import io.kakou.analysis.street.Street;
import io.kakou.analysis.watch.CameraWatch;
import io.kakou.app.registry.Brakes;
import io.kakou.events.Camera;
import io.kakou.events.JudgedBy;
import io.kakou.rtsp.RtspCamera;

/** What a camera is watched with. */
public interface CameraParts {
    /** What keeps its pictures; closed by the caller. */
    Witness witness(Camera camera);

    /** What people have switched off. */
    default Brakes brakes() {
        return Brakes.NONE;
    }

    /** Whether it is known what people have switched off, and which models they have turned to. */
    default boolean areKnown() {
        return brakes().isKnown();
    }

    /** Which model its next look is by, and by whose word. */
    default JudgedBy judgedBy(Camera camera) {
        return new JudgedBy(null, null, null);
    }

    /** Where it is looked at, with all others; not closed by the caller. */
    Street street();

    /** What judges it; closed by the caller. */
    CameraWatch watch(Camera camera);

    /**
     * Its sessions, not started; closed by the caller.
     *
     * @throws IllegalArgumentException in one line, where the camera has no address that can be opened
     */
    RtspCamera session(Camera camera, RtspCamera.Listener listener);
}
