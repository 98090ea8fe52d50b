package io.kakou.rtsp.serve;

import io.kakou.rtsp.codec.AnnexB;
import io.kakou.rtsp.rtp.RtpHeader;
import io.kakou.rtsp.rtp.RtpPacket;
import io.kakou.rtsp.wire.InterleavedFrame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures to interleaved RTP packets: parameter sets together in one, what fits as it is, the rest in fragments. One
 * session's, on its event loop.
 */
public abstract sealed class Packetizer permits H264Packetizer, H265Packetizer {
    /** Payload bytes a packet; over TCP any size would do, but clients' buffers are made for a path of 1,500. */
    static final int MTU = 1400;

    private static final int ENTRY_BYTES = 2;

    private final StreamFormat format;
    private final int headerBytes;
    private final Track track;
    private int sequence;
    private long packets;
    private long bytes;

    /** Whose packets they are. */
    record Track(int channel, int ssrc, int firstSequence) {}

    /** @param headerBytes of a unit, and of an aggregation packet */
    Packetizer(StreamFormat format, int headerBytes, Track track) {
        this.format = format;
        this.headerBytes = headerBytes;
        this.track = track;
        this.sequence = track.firstSequence & 0xffff;
    }

    /**
     * For what a source is coded in.
     *
     * @param firstSequence its lower 16 bits count
     */
    public static Packetizer of(StreamFormat format, int channel, int ssrc, int firstSequence) {
        return switch (format.codec()) {
            case H264 -> new H264Packetizer(format, channel, ssrc, firstSequence);
            case H265 -> new H265Packetizer(format, channel, ssrc, firstSequence);
            case JPEG -> throw new IllegalArgumentException("a source of JPEG; allowed: H.264, H.265");
        };
    }

    int ssrc() {
        return track.ssrc;
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
        if (unit.keyframe() && nals.stream().noneMatch(this::isSet)) {
            nals.addAll(0, format.sets().stream().map(Unpooled::wrappedBuffer).toList());
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

    abstract boolean isSet(ByteBuf nal);

    /** Writes what stands before the units of an aggregation packet. */
    abstract void aggregateHeader(List<ByteBuf> nals, ByteBuf out);

    /**
     * Writes what stands before a part of a unit.
     *
     * @param unitHeader of the whole unit
     * @param flags whether the unit begins (0x80) or ends (0x40) here
     */
    abstract void fragmentHeader(int unitHeader, int flags, ByteBuf out);

    /** Where the run of parameter sets that begins here and fits one packet ends; here where there is none. */
    private int setsEnd(List<ByteBuf> nals, int from) {
        int size = headerBytes;
        int end = from;
        while (end < nals.size() && isSet(nals.get(end))) {
            size += ENTRY_BYTES + nals.get(end).readableBytes();
            if (size > MTU) {
                break;
            }
            end++;
        }
        return end;
    }

    private void aggregate(List<ByteBuf> nals, RtpHeader header, ByteBuf out) {
        int size =
                nals.stream().mapToInt(nal -> ENTRY_BYTES + nal.readableBytes()).sum();
        begin(header, headerBytes + size, out);
        aggregateHeader(nals, out);
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
        int unitHeader = 0;
        for (int i = 0; i < headerBytes; i++) {
            unitHeader = unitHeader << 8 | nal.readUnsignedByte();
        }
        int headers = headerBytes + 1;
        int flags = 0x80;
        while (nal.isReadable()) {
            int length = Math.min(MTU - headers, nal.readableBytes());
            boolean end = length == nal.readableBytes();
            begin(header(header.marker() && end, header.timestamp()), headers + length, out);
            fragmentHeader(unitHeader, flags | (end ? 0x40 : 0), out);
            out.writeBytes(nal, length);
            flags = 0;
        }
    }

    private RtpHeader header(boolean marker, int timestamp) {
        return new RtpHeader(marker, Description.PAYLOAD_TYPE, sequence, timestamp, track.ssrc);
    }

    private void begin(RtpHeader header, int payload, ByteBuf out) {
        InterleavedFrame.writeHeader(out, track.channel, RtpPacket.HEADER_BYTES + payload);
        RtpPacket.writeHeader(out, header);
        sequence = (sequence + 1) & 0xffff;
        packets++;
        bytes += payload;
    }
}
