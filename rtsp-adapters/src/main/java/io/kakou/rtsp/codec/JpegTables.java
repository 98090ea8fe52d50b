package io.kakou.rtsp.codec;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.plugins.jpeg.JPEGQTable;
import org.jspecify.annotations.Nullable;

/** Quantization tables as a JPEG file has them (DQT, ITU-T T.81 §B.2.4.1), from RTP's Q (RFC 2435 §3.1.8, §4.2). */
final class JpegTables {
    private static final int COEFFICIENTS = 64;
    private static final int FIRST_IN_BAND = 128;
    /** These are never the same twice. */
    private static final int NEVER_KEPT = 255;

    private static final int HEADER_BYTES = 4;
    private static final int MOST_TABLES = 2;

    private final Map<Integer, byte[]> kept = new HashMap<>();

    /**
     * The segment for a Q.
     *
     * @param payload of a picture's first packet, behind the header; what belongs to the tables is read
     * @return null where it is cut off, or was never sent
     */
    byte @Nullable [] of(int quality, ByteBuf payload) {
        if (quality < FIRST_IN_BAND) {
            return computed(quality);
        }
        if (payload.readableBytes() < HEADER_BYTES) {
            return null;
        }
        int precision = payload.skipBytes(1).readUnsignedByte();
        int length = payload.readUnsignedShort();
        if (length > payload.readableBytes()) {
            return null;
        }
        byte @Nullable [] tables = segment(precision, payload.readSlice(length));
        if (tables != null && quality < NEVER_KEPT) {
            kept.put(quality, tables);
        }
        return length > 0 ? tables : kept.get(quality);
    }

    /** @param precision one bit a table, the first one's lowest: whether its numbers have 16 bits instead of 8 */
    private static byte @Nullable [] segment(int precision, ByteBuf from) {
        byte[] segment = new byte[4 + MOST_TABLES * (1 + 2 * COEFFICIENTS)];
        int size = 4;
        for (int id = 0; id < MOST_TABLES && from.isReadable(); id++) {
            int wide = precision >> id & 1;
            int bytes = COEFFICIENTS << wide;
            if (from.readableBytes() < bytes) {
                return null;
            }
            segment[size] = (byte) (wide << 4 | id);
            from.readBytes(segment, size + 1, bytes);
            size += 1 + bytes;
        }
        return size > 4 ? headed(Arrays.copyOf(segment, size)) : null;
    }

    /** RFC 2435 appendix A; a Q that is none of the defined is taken for the nearest. */
    private static byte[] computed(int quality) {
        int factor = Math.max(1, Math.min(99, quality));
        int percent = factor < 50 ? 5000 / factor : 200 - 2 * factor;
        byte[] segment = new byte[4 + MOST_TABLES * (1 + COEFFICIENTS)];
        fill(segment, 4, percent, JPEGQTable.K1Luminance);
        segment[5 + COEFFICIENTS] = 1;
        fill(segment, 5 + COEFFICIENTS, percent, JPEGQTable.K2Chrominance);
        return headed(segment);
    }

    private static void fill(byte[] segment, int at, int percent, JPEGQTable base) {
        int[] table = base.getTable();
        for (int i = 0; i < COEFFICIENTS; i++) {
            segment[at + 1 + i] = (byte) Math.max(1, Math.min(255, (table[i] * percent + 50) / 100));
        }
    }

    /** Tables in a segment, 1 or 2. */
    static int count(byte[] segment) {
        int first = 1 + (COEFFICIENTS << (segment[4] >> 4));
        return segment.length > 4 + first ? 2 : 1;
    }

    private static byte[] headed(byte[] segment) {
        segment[0] = (byte) 0xff;
        segment[1] = (byte) 0xdb;
        segment[2] = (byte) ((segment.length - 2) >> 8);
        segment[3] = (byte) (segment.length - 2);
        return segment;
    }
}
