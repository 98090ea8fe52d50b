package io.kakou.rtsp.serve;

/** What a session does at its source's end. */
public enum AtEnd {
    /** Begins again at the first unit; the timeline goes on, the last unit lasting as long as the one before it. */
    LOOP,
    /** Says BYE (RFC 3550 §6.6) and closes the connection. */
    CLOSE
}
