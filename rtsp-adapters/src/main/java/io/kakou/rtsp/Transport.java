package io.kakou.rtsp;

/** How a session's packets are to come. */
public enum Transport {
    /**
     * On the RTSP connection; by UDP where the camera refuses that (461). Nothing is lost over TCP, and no firewall
     * asks, so it comes first. {@link RtspCamera} begins its next session with what worked, and with the other where a
     * camera agreed to one and then sent nothing.
     */
    AUTO,
    /** On the RTSP connection, interleaved (RFC 2326 §10.12). */
    TCP,
    /** As datagrams; what comes out of order is put back, what is lost is counted. Not under {@code rtsps}. */
    UDP
}
