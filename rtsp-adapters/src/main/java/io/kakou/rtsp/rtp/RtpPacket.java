package io.kakou.rtsp.rtp;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * One RTP packet (RFC 3550 §5.1).
 *
 * @param sequence 0 to 65,535
 * @param timestamp in the media's clock, 32 bits as they came
 * @param payload without contributing sources, extension and padding; shares the frame's bytes and lives as long
 */
public record RtpPacket(boolean marker, int payloadType, int sequence, int timestamp, int ssrc, ByteBuf payload) {
    /** A header without contributing sources and extension. */
    public static final int HEADER_BYTES = 12;

    private static final int VERSION = 2;

    /** Reads a packet, or null where the bytes are none. The buffer's indexes stay as they are. */
    public static @Nullable RtpPacket parse(ByteBuf bytes) {
        int start = bytes.readerIndex();
        if (bytes.readableBytes() < HEADER_BYTES || bytes.getUnsignedByte(start) >> 6 != VERSION) {
            return null;
        }
        int from = payloadStart(bytes);
        int to = payloadEnd(bytes);
        if (from > to) {
            return null;
        }
        return new RtpPacket(
                (bytes.getByte(start + 1) & 0x80) != 0,
                bytes.getByte(start + 1) & 0x7f,
                bytes.getUnsignedShort(start + 2),
                bytes.getInt(start + 4),
                bytes.getInt(start + 8),
                bytes.slice(from, to - from));
    }

    /** Writes the header of a packet whose payload follows. */
    public static void writeHeader(ByteBuf out, RtpHeader header) {
        out.writeByte(VERSION << 6)
                .writeByte((header.marker() ? 0x80 : 0) | header.payloadType())
                .writeShort(header.sequence())
                .writeInt(header.timestamp())
                .writeInt(header.ssrc());
    }

    private static int payloadStart(ByteBuf bytes) {
        int first = bytes.getUnsignedByte(bytes.readerIndex());
        int from = bytes.readerIndex() + HEADER_BYTES + 4 * (first & 0x0f);
        boolean extended = (first & 0x10) != 0;
        if (!extended) {
            return from;
        }
        // §5.3.1: two bytes of profile, then the extension's length in words
        return from + 4 <= bytes.writerIndex() ? from + 4 + 4 * bytes.getUnsignedShort(from + 2) : Integer.MAX_VALUE;
    }

    private static int payloadEnd(ByteBuf bytes) {
        boolean padded = (bytes.getByte(bytes.readerIndex()) & 0x20) != 0;
        int end = bytes.writerIndex();
        return padded ? end - bytes.getUnsignedByte(end - 1) : end;
    }
}
