package io.kakou.rtsp.rtp;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** Compound RTCP packets (RFC 3550 §6.1). */
public final class Rtcp {
    private static final int SENDER_REPORT = 200;
    private static final int BYE = 203;
    /** Of {@link #writeBye}. */
    public static final int BYE_BYTES = 8;

    private Rtcp() {}

    /** The sender report, or null where there is none or the sender's clock was never set. */
    public static @Nullable SenderReport senderReport(ByteBuf rtcp) {
        int at = find(rtcp, SENDER_REPORT);
        return at < 0 ? null : SenderReport.read(rtcp, at);
    }

    /** Whether the sender says it ends here (§6.6). */
    public static boolean saysBye(ByteBuf rtcp) {
        return find(rtcp, BYE) >= 0;
    }

    /** Writes a sender's goodbye. */
    public static void writeBye(ByteBuf out, int ssrc) {
        out.writeByte(0x81).writeByte(BYE).writeShort(1).writeInt(ssrc);
    }

    static void writeSenderReportHeader(ByteBuf out, int bytes) {
        out.writeByte(0x80).writeByte(SENDER_REPORT).writeShort(bytes / 4 - 1);
    }

    private static int find(ByteBuf rtcp, int type) {
        int at = rtcp.readerIndex();
        while (at + 4 <= rtcp.writerIndex() && rtcp.getUnsignedByte(at) >> 6 == 2) {
            if (rtcp.getUnsignedByte(at + 1) == type) {
                return at;
            }
            at += 4 + 4 * rtcp.getUnsignedShort(at + 2);
        }
        return -1;
    }
}
