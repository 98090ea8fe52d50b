package io.kakou.rtsp;

/** Why a session broke: one clear line that names the camera and the stage. */
public final class RtspException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What broke it, for programs. */
    public enum Code {
        /** The address's host has no entry. */
        UNKNOWN_HOST,
        /** Nobody listens there, or no route leads there. */
        REFUSED,
        /** No connection or no answer in time. */
        TIMED_OUT,
        /** No credentials, wrong ones, or ones that may not see this. */
        UNAUTHORIZED,
        /** The camera has no such stream. */
        NOT_FOUND,
        /** It offers no video that can be read here. */
        NO_VIDEO,
        /** It answers with another error. */
        REJECTED,
        /** What it sends is no RTSP, or its description lacks what is needed. */
        GARBAGE,
        /** It ended the connection. */
        CLOSED,
        /** It said yes, then sent nothing, or stopped sending. */
        SILENT,
        /** It sends packets, but no keyframe. */
        NO_KEYFRAME,
        /** A fault on our side. */
        FAULT
    }

    private final Code code;
    private final String camera;
    private final String reason;

    public RtspException(Code code, String camera, String reason) {
        super(camera + ": " + reason);
        this.code = code;
        this.camera = camera;
        this.reason = reason;
    }

    public Code code() {
        return code;
    }

    /** The line without the camera's id, for where it stands beside it. */
    public String reason() {
        return reason;
    }

    /** The camera's id. */
    public String camera() {
        return camera;
    }
}
