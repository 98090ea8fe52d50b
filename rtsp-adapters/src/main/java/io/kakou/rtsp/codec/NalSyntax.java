package io.kakou.rtsp.codec;

import io.netty.buffer.ByteBuf;
import java.util.stream.IntStream;

/** What NAL units of the two codecs differ in (ITU-T H.264 §7.3.1, ITU-T H.265 §7.3.1.2). */
enum NalSyntax {
    H264(1, NalType.SPS, NalType.PPS) {
        @Override
        int type(int header) {
            return header & 0x1f;
        }

        @Override
        NalKind kind(int header) {
            int type = type(header);
            return switch (type) {
                case NalType.IDR -> NalKind.ENTRY;
                case NalType.SEI -> NalKind.SUPPLEMENT;
                case NalType.SPS, NalType.PPS -> NalKind.SET;
                default ->
                    NalType.isSlice(type) ? NalKind.SLICE : NalType.isDropped(type) ? NalKind.DROPPED : NalKind.OTHER;
            };
        }

        @Override
        int setId(int type, byte[] nal) {
            boolean sequence = type == NalType.SPS;
            NalBits bits = new NalBits(nal, sequence ? 4 : 1);
            return bits.id(sequence ? 32 : 256);
        }
    },
    H265(2, H265Type.VPS, H265Type.PPS) {
        @Override
        int type(int header) {
            return H265Type.of(header);
        }

        @Override
        NalKind kind(int header) {
            return layer(header) == 0 ? H265Type.kind(H265Type.of(header)) : NalKind.DROPPED;
        }

        @Override
        int setId(int type, byte[] nal) {
            return switch (type) {
                case H265Type.VPS -> new NalBits(nal, 2).u(4);
                case H265Type.SPS -> sequenceId(new NalBits(nal, 2));
                default -> new NalBits(nal, 2).id(64);
            };
        }

        /** H.265 §7.3.2.2: the id stands behind profile, tier and level of all sub-layers (§7.3.3). */
        private int sequenceId(NalBits bits) {
            bits.skip(4);
            int subLayers = bits.u(3);
            bits.skip(1 + 96);
            int present = subLayers > 0 ? bits.u(16) : 0;
            for (int i = 0; i < subLayers; i++) {
                bits.skip((present >> (15 - 2 * i) & 1) * 88 + (present >> (14 - 2 * i) & 1) * 8);
            }
            return bits.id(16);
        }

        private int layer(int header) {
            return header >> 3 & 0x3f;
        }
    };

    private final int headerBytes;
    private final int firstSet;
    private final int lastSet;

    NalSyntax(int headerBytes, int firstSet, int lastSet) {
        this.headerBytes = headerBytes;
        this.firstSet = firstSet;
        this.lastSet = lastSet;
    }

    int headerBytes() {
        return headerBytes;
    }

    /** Types of the parameter sets without which nothing is decoded, in their order. */
    IntStream setTypes() {
        return IntStream.rangeClosed(firstSet, lastSet);
    }

    /** The unit's header, the first of its bytes highest; it has them all. */
    int header(byte[] bytes, int from) {
        int header = 0;
        for (int i = 0; i < headerBytes; i++) {
            header = header << 8 | (bytes[from + i] & 0xff);
        }
        return header;
    }

    /** The same of a unit that is not put together yet; it is not moved on in. */
    int header(ByteBuf nal) {
        return headerBytes == 1 ? nal.getUnsignedByte(nal.readerIndex()) : nal.getUnsignedShort(nal.readerIndex());
    }

    /** nal_unit_type. */
    abstract int type(int header);

    abstract NalKind kind(int header);

    /** A parameter set's id among those of its type, or -1 where it is cut off or none. */
    abstract int setId(int type, byte[] nal);
}
