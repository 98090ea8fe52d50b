package io.kakou.rtsp.codec;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import org.jspecify.annotations.Nullable;

/**
 * The main header of RFC 2435 §3.1, and the JPEG headers that it stands for.
 *
 * @param offset of the fragment in the picture's scan
 * @param type 0 and 64: 4:2:2, 1 and 65: 4:2:0; from 64 on with restart markers
 * @param quality Q: below 128 the tables are computed from it, above they come in band
 * @param width pixels, a multiple of 8 as it comes; 0 where it is more than 2,040
 * @param height likewise
 */
record JpegHeader(int offset, int type, int quality, int width, int height) {
    static final int BYTES = 8;

    private static final int BLOCK = 8;

    static JpegHeader read(ByteBuf payload) {
        payload.skipBytes(1);
        return new JpegHeader(
                payload.readUnsignedMedium(),
                payload.readUnsignedByte(),
                payload.readUnsignedByte(),
                payload.readUnsignedByte() * BLOCK,
                payload.readUnsignedByte() * BLOCK);
    }

    /** Of a picture whose size the header has no room for, with the one that is known from elsewhere. */
    JpegHeader sized(int largeWidth, int largeHeight) {
        return width > 0 && height > 0 ? this : new JpegHeader(offset, type, quality, largeWidth, largeHeight);
    }

    /** Why such a picture cannot be read, or null where it can. */
    @Nullable
    String unread() {
        if ((type & ~0x41) != 0) {
            return "JPEG of type " + type + " (allowed: 0, 1, 64, 65)";
        }
        return width == 0 || height == 0
                ? "JPEG of more than 2,040 pixels a side whose size is not in its description"
                : null;
    }

    /**
     * All that stands before the scan.
     *
     * @param quantization a DQT segment
     * @param restart interval of the restart markers in blocks, 0 where there are none
     */
    byte[] jfif(byte[] quantization, int restart) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        put(out, 0xff, 0xd8);
        put(out, 0xff, 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0);
        out.writeBytes(quantization);
        int chromaTable = JpegTables.count(quantization) - 1; // with one table all components share it
        put(out, 0xff, 0xc0, 0, 17, 8, height >> 8, height & 0xff, width >> 8, width & 0xff, 3);
        put(out, 1, (type & 1) == 0 ? 0x21 : 0x22, 0, 2, 0x11, chromaTable, 3, 0x11, chromaTable);
        huffman(out, 0x00, JPEGHuffmanTable.StdDCLuminance);
        huffman(out, 0x10, JPEGHuffmanTable.StdACLuminance);
        huffman(out, 0x01, JPEGHuffmanTable.StdDCChrominance);
        huffman(out, 0x11, JPEGHuffmanTable.StdACChrominance);
        if (restart > 0) {
            put(out, 0xff, 0xdd, 0, 4, restart >> 8, restart & 0xff);
        }
        put(out, 0xff, 0xda, 0, 12, 3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0);
        return out.toByteArray();
    }

    /** The tables of ITU-T T.81 annex K.3, which RTP leaves out (RFC 2435 §4). */
    private static void huffman(ByteArrayOutputStream out, int id, JPEGHuffmanTable table) {
        short[] lengths = table.getLengths();
        short[] values = table.getValues();
        int size = 2 + 1 + 16 + values.length;
        put(out, 0xff, 0xc4, size >> 8, size & 0xff, id);
        for (int i = 0; i < 16; i++) {
            out.write(i < lengths.length ? lengths[i] : 0);
        }
        for (short value : values) {
            out.write(value);
        }
    }

    private static void put(ByteArrayOutputStream out, int... bytes) {
        for (int each : bytes) {
            out.write(each);
        }
    }
}
