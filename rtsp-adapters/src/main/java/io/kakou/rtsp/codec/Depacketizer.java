package io.kakou.rtsp.codec;

import io.kakou.rtsp.rtp.RtpPacket;
import org.jspecify.annotations.Nullable;

/** RTP payloads to pictures. One thread; nothing a camera sends makes it throw, or grow past its bound. */
public interface Depacketizer {
    /** Says that packets are missing before the next one. */
    void lost();

    /** Takes the next packet; its payload's reader index moves. */
    void packet(RtpPacket packet);

    /** Pictures torn, too large, or before what they need. */
    long dropped();

    /** What came last that is not read, in words for people: {@code STAP-B packets}; null where there was none. */
    @Nullable
    String unread();
}
