package io.kakou.models.convert;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers of half precision, IEEE 754 binary16. */
final class Half {
    private static final int FRACTION_BITS = 10;
    /** From binary16's exponent bias to binary32's. */
    private static final int REBIAS = 127 - 15;

    private Half() {}

    /** The same numbers as float32; both little-endian. */
    static byte[] widened(byte[] halves) {
        ByteBuffer from = ByteBuffer.wrap(halves).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer to = ByteBuffer.allocate(2 * halves.length).order(ByteOrder.LITTLE_ENDIAN);
        while (from.hasRemaining()) {
            to.putFloat(widened(from.getShort()));
        }
        return to.array();
    }

    static float widened(short half) {
        int sign = (half & 0x8000) << 16;
        int exponent = half >> FRACTION_BITS & 0x1f;
        int fraction = half & 0x3ff;
        if (exponent == 0) {
            float small = fraction * 0x1p-24f; // below the smallest normal number, and zero
            return sign == 0 ? small : -small;
        }
        int wide = exponent == 0x1f ? 0xff : exponent + REBIAS;
        return Float.intBitsToFloat(sign | wide << 23 | fraction << (23 - FRACTION_BITS));
    }
}
