package io.kakou.rtsp.sdp;

import org.jspecify.annotations.Nullable;

/**
 * One {@code m=} section.
 *
 * @param kind {@code video}, {@code audio}, {@code application}
 * @param payloadType the first one offered, or -1 where there is none
 * @param encoding of {@code a=rtpmap}, upper case
 * @param clockRate ticks a second; 0 where none is given
 * @param control as written: absolute, relative, {@code *} or null
 * @param h264 what {@code a=fmtp} says, empty for other codecs
 */
public record Media(
        String kind, int payloadType, String encoding, int clockRate, @Nullable String control, H264Parameters h264) {
    /** RFC 6184 §8.2.1: the clock is 90 kHz; a camera that leaves the rate out means the same. */
    public static final int VIDEO_CLOCK = 90_000;

    boolean isH264() {
        return kind.equals("video") && encoding.equals("H264") && payloadType >= 0;
    }

    /** Ticks a second, the RFC's where the camera gives none. */
    public int ticksPerSecond() {
        return clockRate > 0 ? clockRate : VIDEO_CLOCK;
    }
}
