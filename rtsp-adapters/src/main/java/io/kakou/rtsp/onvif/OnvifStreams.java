package io.kakou.rtsp.onvif;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a device offers.
 *
 * @param lenses one a video source: a camera has one, a recorder many
 * @param clockOffsetSeconds the device's clock minus ours, or null where it tells no time
 */
public record OnvifStreams(List<Lens> lenses, @Nullable Double clockOffsetSeconds) {
    public OnvifStreams {
        lenses = List.copyOf(lenses);
    }

    /**
     * A video source.
     *
     * @param main the largest picture
     * @param sub the largest of those within 640×360; else the smallest of the others; null where there is one alone
     */
    public record Lens(String source, Stream main, @Nullable Stream sub) {}

    /**
     * A stream.
     *
     * @param address RTSP, at the host that was asked, without credentials
     * @param codec as the device names it: {@code H264}, {@code H265}, {@code JPEG}
     * @param width pixels, 0 where it does not say
     * @param height pixels, 0 where it does not say
     */
    public record Stream(String address, String codec, int width, int height) {
        private static final int SMALL_PIXELS = 640 * 360;

        /** Whether it is small enough to be looked at all day. */
        public boolean small() {
            return width > 0 && (long) width * height <= SMALL_PIXELS;
        }

        /** H.265 costs more to decode, and not every browser plays it. */
        public boolean h265() {
            return codec.equals("H265");
        }
    }
}
