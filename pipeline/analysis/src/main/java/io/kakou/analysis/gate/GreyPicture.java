package io.kakou.analysis.gate;

import java.util.Arrays;

/**
 * A small picture in grey, for the gate. A value: nobody changes it, and two with the same pixels are equal.
 *
 * @param width in pixels
 * @param height in pixels
 * @param luma {@code width × height} bytes, row by row, 0 (black) to 255 (white)
 */
@SuppressWarnings("ArrayRecordComponent") // Copied in and out, and compared by content.
public record GreyPicture(int width, int height, byte[] luma) {
    public GreyPicture {
        if (width < 1 || height < 1 || luma.length != width * height) {
            throw new IllegalArgumentException("grey picture of " + width + "x" + height + " in " + luma.length
                    + " bytes; allowed: 1x1 and larger, one byte a pixel");
        }
        luma = luma.clone();
    }

    @Override
    public byte[] luma() {
        return luma.clone();
    }

    public int pixels() {
        return luma.length;
    }

    /** Brightness of the pixel at {@code index = y × width + x}, 0 to 255. */
    public int at(int index) {
        return luma[index] & 0xff;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GreyPicture that
                && width == that.width
                && height == that.height
                && Arrays.equals(luma, that.luma);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(luma);
    }

    @Override
    public String toString() {
        return "GreyPicture[" + width + "x" + height + "]";
    }
}
