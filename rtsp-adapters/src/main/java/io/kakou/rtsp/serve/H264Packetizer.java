package io.kakou.rtsp.serve;

import io.kakou.rtsp.codec.NalType;
import io.netty.buffer.ByteBuf;
import java.util.List;

/** Packetization mode 1 (RFC 6184 §6.3): STAP-A, single units, FU-A. */
public final class H264Packetizer extends Packetizer {
    /** @param firstSequence its lower 16 bits count */
    public H264Packetizer(StreamFormat format, int channel, int ssrc, int firstSequence) {
        super(format, 1, new Track(channel, ssrc, firstSequence));
    }

    @Override
    boolean isSet(ByteBuf nal) {
        int type = NalType.of(nal.getByte(nal.readerIndex()));
        return type == NalType.SPS || type == NalType.PPS;
    }

    @Override
    void aggregateHeader(List<ByteBuf> nals, ByteBuf out) {
        int importance = 0;
        for (ByteBuf nal : nals) {
            importance = Math.max(importance, nal.getByte(nal.readerIndex()) & 0x60); // §5.7: the highest inside
        }
        out.writeByte(importance | NalType.STAP_A);
    }

    @Override
    void fragmentHeader(int unitHeader, int flags, ByteBuf out) {
        out.writeByte((unitHeader & 0xe0) | NalType.FU_A).writeByte(flags | NalType.of((byte) unitHeader));
    }
}
