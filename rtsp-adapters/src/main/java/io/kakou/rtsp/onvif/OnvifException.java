package io.kakou.rtsp.onvif;

/** Why a camera's streams could not be found: one line that names the camera and what was asked of it. */
public final class OnvifException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Code code;

    /** For programs. */
    public enum Code {
        /** No such host, nobody listens there, or TLS was not agreed on. */
        UNREACHABLE,
        TIMED_OUT,
        /** Somebody answers who speaks no ONVIF. */
        NOT_ONVIF,
        /** No credentials, or wrong ones. */
        UNAUTHORIZED,
        /** The answer is larger or deeper than any camera's, or defines entities. */
        HOSTILE,
        /** The camera answers with a fault. */
        REFUSED,
        /** It offers no video stream. */
        NO_STREAM
    }

    OnvifException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
