package io.kakou.rtsp.rtp;

import io.netty.buffer.ByteBuf;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sender's word on what its clock said at a place of its RTP timeline (RFC 3550 §6.4.1).
 *
 * @param cameraTime the sender's clock
 * @param timestamp the same moment in the media's clock
 */
public record SenderReport(int ssrc, Instant cameraTime, int timestamp) {
    /** Without report blocks. */
    public static final int BYTES = 28;

    private static final long SECONDS_1900_TO_1970 = 2_208_988_800L;
    /** NTP's seconds overflow in 2036; RFC 4330 §3 reads small ones as the next era, and no camera ran in 1968. */
    private static final long ERA = 1L << 32;

    private static final Instant NEXT_ERA = Instant.ofEpochSecond(ERA - SECONDS_1900_TO_1970);

    /**
     * Whether it is the time of day. A camera without one may count seconds since it was switched on (RFC 3550 §4), which
     * read as those of the next era.
     *
     * @param now our clock
     */
    public boolean tellsTime(Instant now) {
        return cameraTime.isBefore(NEXT_ERA) || !now.isBefore(NEXT_ERA);
    }

    static @Nullable SenderReport read(ByteBuf rtcp, int at) {
        boolean whole = at + BYTES <= rtcp.writerIndex() && rtcp.getUnsignedShort(at + 2) >= BYTES / 4 - 1;
        if (!whole) {
            return null; // shorter than it must be, it would be read into the packet behind it
        }
        long seconds = rtcp.getUnsignedInt(at + 8);
        long fraction = rtcp.getUnsignedInt(at + 12);
        if (seconds == 0) {
            return null;
        }
        long era = seconds < ERA / 2 ? ERA : 0;
        Instant time = Instant.ofEpochSecond(seconds + era - SECONDS_1900_TO_1970, Math.round(fraction * 1e9 / ERA));
        return new SenderReport(rtcp.getInt(at + 4), time, rtcp.getInt(at + 16));
    }

    /** The middle 32 of the 64 bits of NTP time, by which a receiver refers to this report (§6.4.1, LSR). */
    int middleBits() {
        long seconds = (cameraTime.getEpochSecond() + SECONDS_1900_TO_1970) & 0xffff;
        return (int) (seconds << 16 | cameraTime.getNano() * 65_536L / 1_000_000_000L);
    }

    /** Writes the report in {@value #BYTES} bytes, with counts of what was sent so far. */
    public void write(ByteBuf out, long packets, long bytes) {
        Rtcp.writeSenderReportHeader(out, BYTES);
        out.writeInt(ssrc)
                .writeInt((int) (cameraTime.getEpochSecond() + SECONDS_1900_TO_1970))
                .writeInt((int) Math.min(ERA - 1, Math.round(cameraTime.getNano() * (ERA / 1e9))));
        out.writeInt(timestamp).writeInt((int) packets).writeInt((int) bytes);
    }
}
