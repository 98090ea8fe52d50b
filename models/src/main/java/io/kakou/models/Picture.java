package io.kakou.models;

import java.nio.ByteBuffer;

/**
 * A picture: packed RGB, 8 bits a channel, row by row without padding. Whoever gets one only reads it.
 *
 * @param width in pixels
 * @param height in pixels
 * @param rgb {@code width × height × 3} bytes from index 0; a direct buffer reaches the model without a copy. Its
 *     position and limit are not used and not changed.
 */
public record Picture(int width, int height, ByteBuffer rgb) {
    public static final int CHANNELS = 3;

    public Picture {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("picture of " + width + "x" + height + "; allowed: 1x1 and larger");
        }
        if (rgb.capacity() < bytes(width, height)) {
            throw new IllegalArgumentException("picture of " + width + "x" + height + " in " + rgb.capacity()
                    + " bytes; needed: " + bytes(width, height));
        }
    }

    /** A black picture in memory of its own. */
    public static Picture allocate(int width, int height) {
        return new Picture(width, height, ByteBuffer.allocateDirect(Math.toIntExact(bytes(width, height))));
    }

    /** Red, green and blue of a pixel as 0xRRGGBB. */
    public int rgbAt(int x, int y) {
        int i = (y * width + x) * CHANNELS;
        return (rgb.get(i) & 0xff) << 16 | (rgb.get(i + 1) & 0xff) << 8 | (rgb.get(i + 2) & 0xff);
    }

    private static long bytes(int width, int height) {
        return (long) width * height * CHANNELS;
    }
}
