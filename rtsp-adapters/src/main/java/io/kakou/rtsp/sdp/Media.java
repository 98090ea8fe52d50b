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
 * @param size of the pictures, where {@code a=x-dimensions} tells it
 * @param h264 what {@code a=fmtp} says, empty for other codecs
 * @param h265 likewise
 */
public record Media(
        String kind,
        int payloadType,
        String encoding,
        int clockRate,
        @Nullable String control,
        PictureSize size,
        H264Parameters h264,
        H265Parameters h265) {
    /** RFC 6184 §8.2.1, RFC 7798 §7.1, RFC 2435 §3: the clock is 90 kHz; a camera that leaves the rate out means the same. */
    public static final int VIDEO_CLOCK = 90_000;

    /** H.264 (RFC 6184). */
    public boolean isH264() {
        return isVideo("H264");
    }

    /** H.265 (RFC 7798). */
    public boolean isH265() {
        return isVideo("H265");
    }

    /** JPEG (RFC 2435). */
    public boolean isJpeg() {
        return isVideo("JPEG");
    }

    /** Whether units may come out of order, with numbers of their own for it: not read here. */
    public boolean isInterleaved() {
        return (isH264() && h264.packetizationMode() == 2) || (isH265() && h265.reordered());
    }

    private boolean isVideo(String name) {
        return kind.equals("video") && encoding.equals(name) && payloadType >= 0;
    }

    /** Ticks a second, the RFC's where the camera gives none. */
    public int ticksPerSecond() {
        return clockRate > 0 ? clockRate : VIDEO_CLOCK;
    }
}
