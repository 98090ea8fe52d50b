package io.kakou.rtsp.serve;

import io.kakou.rtsp.codec.H265Type;
import io.netty.buffer.ByteBuf;
import java.util.List;

/** H.265 in decoding order (RFC 7798 §4.4): aggregation packets, single units, fragmentation units. */
final class H265Packetizer extends Packetizer {
    private static final int HEADER_BYTES = 2;
    private static final int LOWEST_TEMPORAL_ID = 1;

    H265Packetizer(StreamFormat format, int channel, int ssrc, int firstSequence) {
        super(format, HEADER_BYTES, new Track(channel, ssrc, firstSequence));
    }

    @Override
    boolean isSet(ByteBuf nal) {
        if (nal.readableBytes() < HEADER_BYTES) {
            return false;
        }
        int type = H265Type.of(nal.getUnsignedShort(nal.readerIndex()));
        return type >= H265Type.VPS && type <= H265Type.PPS;
    }

    /** §4.4.2: the lowest layer and temporal id inside, which parameter sets have. */
    @Override
    void aggregateHeader(List<ByteBuf> nals, ByteBuf out) {
        out.writeShort(H265Type.AP << 9 | LOWEST_TEMPORAL_ID);
    }

    @Override
    void fragmentHeader(int unitHeader, int flags, ByteBuf out) {
        out.writeShort((unitHeader & 0x81ff) | H265Type.FU << 9).writeByte(flags | H265Type.of(unitHeader));
    }
}
