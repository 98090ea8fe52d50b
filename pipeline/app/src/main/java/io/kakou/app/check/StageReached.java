package io.kakou.app.check;

import io.kakou.events.Stage;
import io.kakou.rtsp.RtspException;
import io.kakou.rtsp.RtspSession.State;

/** The stage of a camera as people know it, from where its session stands. */
public final class StageReached {
    private StageReached() {}

    /** The stage that a session in this state stands at. */
    public static Stage at(State state) {
        return switch (state) {
            case NEW -> Stage.NAME;
            case CONNECTING, OPTIONS -> Stage.CONNECT;
            case DESCRIBE -> Stage.DESCRIBE;
            case SETUP -> Stage.SETUP;
            case PLAY -> Stage.PLAY;
            case PLAYING -> Stage.FIRST_PACKET;
            case RECEIVING, STREAMING -> Stage.FIRST_KEYFRAME;
            case FAILED, CLOSED -> Stage.UNKNOWN;
        };
    }

    /** The stage that failed, where the session had come this far. */
    public static Stage failed(RtspException why, State reached) {
        return switch (why.code()) {
            case UNKNOWN_HOST -> Stage.NAME;
            case REFUSED -> Stage.CONNECT;
            case UNAUTHORIZED -> Stage.AUTHENTICATE;
            case NOT_FOUND, NO_VIDEO -> Stage.DESCRIBE;
            case NO_KEYFRAME -> Stage.FIRST_KEYFRAME;
            case SILENT -> Stage.FIRST_PACKET;
            case TIMED_OUT, REJECTED, GARBAGE, CLOSED, FAULT -> at(reached);
        };
    }
}
