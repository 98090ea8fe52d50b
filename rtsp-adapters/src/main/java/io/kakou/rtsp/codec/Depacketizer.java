package io.kakou.rtsp.codec;

import io.kakou.rtsp.rtp.RtpPacket;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** RTP payloads to pictures. One thread; nothing a camera sends makes it throw, or grow past its bound. */
public interface Depacketizer {
    /** Asks from now on, as pictures begin, whether they are wanted; where all are keyframes, nobody is asked. */
    default void ask(Supplier<Wanted> wanted) {}

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
