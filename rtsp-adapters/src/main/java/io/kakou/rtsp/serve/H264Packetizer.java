package io.kakou.rtsp.serve;

import io.kakou.rtsp.codec.AnnexB;
import io.kakou.rtsp.codec.NalType;
import io.kakou.rtsp.rtp.RtpHeader;
import io.kakou.rtsp.rtp.RtpPacket;
import io.kakou.rtsp.wire.InterleavedFrame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures to interleaved RTP packets of packetization mode 1 (RFC 6184 §6.3): parameter sets together in a STAP-A,
 * what fits as it is, the rest in FU-As. One session's, on its event loop.
 */
public final class H264Packetizer {
    /** Payload bytes a packet; over TCP any size would do, but clients' buffers are made for a path of 1,500. */
    static final int MTU = 1400;

    private static final int FU_HEADERS = 2;
    private static final int STAP_ENTRY = 2;

    private final StreamFormat format;
    private final int channel;
    private final int ssrc;
    private int sequence;
    private long packets;
    private long bytes;

    /** @param firstSequence its lower 16 bits count */
    public H264Packetizer(StreamFormat format, int channel, int ssrc, int firstSequence) {
        this.format = format;
        this.channel = channel;
        this.ssrc = ssrc;
        this.sequence = firstSequence & 0xffff;
    }

    int ssrc() {
        return ssrc;
    }

    int nextSequence() {
        return sequence;
    }

    long packets() {
        return packets;
    }

    long bytes() {
        return bytes;
    }

    /** Appends all frames of one unit; a keyframe without parameter sets of its own gets the format's. */
    public void write(StreamUnit unit, int timestamp, ByteBuf out) {
        List<ByteBuf> nals = new ArrayList<>(AnnexB.split(unit.annexB()));
        if (unit.keyframe() && nals.stream().noneMatch(nal -> type(nal) == NalType.SPS)) {
            nals.add(0, Unpooled.wrappedBuffer(format.sps()));
            nals.add(1, Unpooled.wrappedBuffer(format.pps()));
        }
        int at = 0;
        while (at < nals.size()) {
            int end = setsEnd(nals, at);
            boolean last = Math.max(end, at + 1) == nals.size();
            if (end - at > 1) {
                aggregate(nals.subList(at, end), header(last, timestamp), out);
                at = end;
            } else {
                single(nals.get(at), header(last, timestamp), out);
                at++;
            }
        }
    }

    /** Where the run of parameter sets that begins here and fits one packet ends; here where there is none. */
    private static int setsEnd(List<ByteBuf> nals, int from) {
        int size = 1;
        int end = from;
        while (end < nals.size() && isSet(nals.get(end))) {
            size += STAP_ENTRY + nals.get(end).readableBytes();
            if (size > MTU) {
                break;
            }
            end++;
        }
        return end;
    }

    private void aggregate(List<ByteBuf> nals, RtpHeader header, ByteBuf out) {
        int size = 1;
        int importance = 0;
        for (ByteBuf nal : nals) {
            size += STAP_ENTRY + nal.readableBytes();
            importance = Math.max(importance, nal.getByte(0) & 0x60); // §5.7: the highest of those inside
        }
        begin(header, size, out);
        out.writeByte(importance | NalType.STAP_A);
        for (ByteBuf nal : nals) {
            out.writeShort(nal.readableBytes()).writeBytes(nal);
        }
    }

    private void single(ByteBuf nal, RtpHeader header, ByteBuf out) {
        if (nal.readableBytes() > MTU) {
            fragments(nal, header, out);
            return;
        }
        begin(header, nal.readableBytes(), out);
        out.writeBytes(nal);
    }

    private void fragments(ByteBuf nal, RtpHeader header, ByteBuf out) {
        int first = nal.readUnsignedByte();
        int start = 0x80;
        while (nal.isReadable()) {
            int length = Math.min(MTU - FU_HEADERS, nal.readableBytes());
            boolean end = length == nal.readableBytes();
            begin(header(header.marker() && end, header.timestamp()), FU_HEADERS + length, out);
            out.writeByte((first & 0xe0) | NalType.FU_A).writeByte(start | (end ? 0x40 : 0) | NalType.of((byte) first));
            out.writeBytes(nal, length);
            start = 0;
        }
    }

    private RtpHeader header(boolean marker, int timestamp) {
        return new RtpHeader(marker, Description.PAYLOAD_TYPE, sequence, timestamp, ssrc);
    }

    private void begin(RtpHeader header, int payload, ByteBuf out) {
        InterleavedFrame.writeHeader(out, channel, RtpPacket.HEADER_BYTES + payload);
        RtpPacket.writeHeader(out, header);
        sequence = (sequence + 1) & 0xffff;
        packets++;
        bytes += payload;
    }

    private static boolean isSet(ByteBuf nal) {
        return type(nal) == NalType.SPS || type(nal) == NalType.PPS;
    }

    private static int type(ByteBuf nal) {
        return NalType.of(nal.getByte(nal.readerIndex()));
    }
}
