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

    public RtspException(Code code, String camera, String message) {
        super(camera + ": " + message);
        this.code = code;
        this.camera = camera;
    }

    public Code code() {
        return code;
    }

    /** The camera's id. */
    public String camera() {
        return camera;
    }
}
