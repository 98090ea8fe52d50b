package io.kakou.rtsp.simulate;

import io.kakou.rtsp.Codec;
import io.kakou.rtsp.codec.H265Type;
import io.kakou.rtsp.codec.NalType;
import io.kakou.rtsp.rtp.RtpHeader;
import io.kakou.rtsp.rtp.RtpPacket;
import io.kakou.rtsp.serve.Description;
import io.kakou.rtsp.serve.Packetizer;
import io.kakou.rtsp.serve.StreamFormat;
import io.kakou.rtsp.serve.StreamReader;
import io.kakou.rtsp.serve.StreamSource;
import io.kakou.rtsp.serve.StreamUnit;
import io.kakou.rtsp.wire.InterleavedFrame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A film as interleaved packets, made once for all cameras that show it. Immutable, and read by many loops.
 *
 * <p>Channel, sequence number, timestamp and SSRC stand in each packet as zeros: they are the camera's.
 */
final class Film {
    /** An hour of a sub stream; a longer film would only cost memory. */
    static final int MOST_BYTES = 512 * 1024 * 1024;

    static final int HEADER_BYTES = InterleavedFrame.HEADER_BYTES + RtpPacket.HEADER_BYTES;
    private static final double ONE_UNIT_SECONDS = 1.0 / 25;

    private final StreamFormat format;
    private final byte[] bytes;
    private final List<Unit> units;
    private final double seconds;

    /**
     * One picture.
     *
     * @param shown when it is to be shown, from the film's beginning
     * @param sent when it leaves: never after it, or one behind it, is to be shown
     * @param keyframe whether decoding can begin here
     * @param packets where each begins in the film's bytes, and, last, where the last ends
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    record Unit(double shown, double sent, boolean keyframe, int[] packets) {
        int count() {
            return packets.length - 1;
        }

        int size() {
            return packets[packets.length - 1] - packets[0];
        }
    }

    private Film(StreamFormat format, byte[] bytes, List<Unit> units, double seconds) {
        this.format = format;
        this.bytes = bytes;
        this.units = units;
        this.seconds = seconds;
    }

    /**
     * Reads a film whole.
     *
     * @throws IOException where it cannot be read, has no pictures, or is too long to be kept
     */
    static Film of(StreamSource source) throws IOException {
        Packetizer packetizer = Packetizer.of(source.format(), 0, 0, 0);
        ByteBuf bytes = Unpooled.buffer(1 << 20);
        List<Unit> units = new ArrayList<>();
        try (StreamReader reader = source.open()) {
            for (StreamUnit unit = reader.next(); unit != null; unit = reader.next()) {
                int from = bytes.writerIndex();
                packetizer.write(unit, 0, bytes);
                units.add(new Unit(unit.seconds(), unit.seconds(), unit.keyframe(), packets(bytes, from)));
                if (bytes.writerIndex() > MOST_BYTES) {
                    throw new IOException("a film of more than " + MOST_BYTES + " bytes; allowed: as many");
                }
            }
        }
        if (units.isEmpty()) {
            throw new IOException("the source has no units");
        }
        return timed(source.format(), bytes, units);
    }

    String description() {
        return Description.of(format);
    }

    double seconds() {
        return seconds;
    }

    int units() {
        return units.size();
    }

    Unit unit(int number) {
        return units.get(number);
    }

    /** Appends one packet with a camera's own header. */
    void write(int at, int end, int channel, RtpHeader header, ByteBuf out) {
        int start = out.writerIndex();
        out.writeBytes(bytes, at, end - at);
        int rtp = start + InterleavedFrame.HEADER_BYTES;
        out.setByte(start + 1, channel)
                .setShort(rtp + 2, header.sequence())
                .setInt(rtp + 4, header.timestamp())
                .setInt(rtp + 8, header.ssrc());
    }

    /** Whether a packet carries parameter sets. */
    boolean holdsSets(int at) {
        byte first = bytes[at + HEADER_BYTES];
        if (format.codec() == Codec.H265) {
            int h265 = H265Type.of(first << 8);
            return h265 == H265Type.AP || (h265 >= H265Type.VPS && h265 <= H265Type.PPS);
        }
        int type = NalType.of(first);
        return type == NalType.STAP_A || type == NalType.SPS || type == NalType.PPS;
    }

    private static int[] packets(ByteBuf bytes, int from) {
        List<Integer> places = new ArrayList<>();
        int at = from;
        while (at < bytes.writerIndex()) {
            places.add(at);
            at += InterleavedFrame.HEADER_BYTES + bytes.getUnsignedShort(at + 2);
        }
        places.add(at);
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Moves the beginning to 0; a unit leaves when it, or the earliest behind it in the file, is to be shown. */
    private static Film timed(StreamFormat format, ByteBuf bytes, List<Unit> raw) {
        double[] shown = raw.stream().mapToDouble(Unit::shown).toArray();
        double[] sorted = shown.clone();
        Arrays.sort(sorted);
        double first = sorted[0];
        double last = sorted[sorted.length - 1];
        double lasts = sorted.length > 1 ? last - sorted[sorted.length - 2] : ONE_UNIT_SECONDS;
        Unit[] units = new Unit[raw.size()];
        double sent = last;
        for (int i = units.length - 1; i >= 0; i--) {
            sent = Math.min(sent, shown[i]);
            Unit unit = raw.get(i);
            units[i] = new Unit(shown[i] - first, sent - first, unit.keyframe(), unit.packets());
        }
        return new Film(format, ByteBufUtil.getBytes(bytes), List.of(units), last - first + lasts);
    }
}
