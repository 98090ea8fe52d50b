package io.kakou.analysis.mux;

import org.jspecify.annotations.Nullable;

/** The size of a JPEG picture in pixels, from its frame header (ITU-T T.81 §B.2.2). */
record JpegSize(int width, int height) {
    private static final int BASELINE = 0xc0;
    private static final int PROGRESSIVE = 0xc2;
    private static final int SCAN = 0xda;

    /** Null where there is no such header before the first scan. */
    static @Nullable JpegSize of(byte[] jpeg) {
        int at = 2;
        while (at + 9 <= jpeg.length && (jpeg[at] & 0xff) == 0xff) {
            int marker = jpeg[at + 1] & 0xff;
            if (marker >= BASELINE && marker <= PROGRESSIVE) {
                int height = u16(jpeg, at + 5);
                int width = u16(jpeg, at + 7);
                return width > 0 && height > 0 ? new JpegSize(width, height) : null;
            }
            if (marker == SCAN) {
                return null;
            }
            at += 2 + u16(jpeg, at + 2);
        }
        return null;
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }
}
