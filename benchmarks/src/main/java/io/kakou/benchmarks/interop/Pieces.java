package io.kakou.benchmarks.interop;

import io.kakou.rtsp.Codec;
import io.kakou.rtsp.codec.AnnexB;
import io.kakou.rtsp.codec.H265Type;
import io.kakou.rtsp.codec.NalType;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.HexFormat;
import java.util.List;

/**
 * What of a coded picture must come through a server unchanged: of H.264 and H.265 all slices; of JPEG the scan, since
 * RTP carries no headers (RFC 2435 §3.1). Parameter sets, delimiters and messages a server may add or leave out.
 */
final class Pieces {
    private static final int LAST_SLICE_H265 = 31;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE_BYTES = 2;
    private static final int FIRST_SLICE_BIT = 0x80;
    private static final int FIRST_IRAP = 16;
    private static final int LAST_IRAP = 23;
    private static final int RASL_N = 8;
    private static final int RASL_R = 9;

    private Pieces() {}

    /** In hexadecimal digits. */
    static List<String> of(Codec codec, byte[] bytes) {
        return switch (codec) {
            case H264, H265 ->
                AnnexB.split(bytes).stream()
                        .filter(unit -> isSlice(codec, unit))
                        .map(ByteBufUtil::hexDump)
                        .toList();
            case JPEG -> List.of(HexFormat.of().formatHex(bytes, scan(bytes), bytes.length - END_OF_IMAGE_BYTES));
        };
    }

    static boolean isSlice(Codec codec, ByteBuf unit) {
        return switch (codec) {
            case H264 -> type(codec, unit) >= NalType.SLICE && type(codec, unit) <= NalType.IDR;
            case H265 -> type(codec, unit) <= LAST_SLICE_H265;
            case JPEG -> false;
        };
    }

    /** H.264 §7.3.3 has first_mb_in_slice there, whose 0 is one bit; H.265 §7.3.6.1 a flag. */
    static boolean beginsPicture(Codec codec, ByteBuf slice) {
        int body = codec == Codec.H265 ? 2 : 1;
        return (slice.getByte(slice.readerIndex() + body) & FIRST_SLICE_BIT) != 0;
    }

    /** Whether it is of a picture at which decoding can begin: IDR, or any IRAP picture (H.265 §3). */
    static boolean isEntry(Codec codec, ByteBuf slice) {
        int type = type(codec, slice);
        return codec == Codec.H265 ? type >= FIRST_IRAP && type <= LAST_IRAP : type == NalType.IDR;
    }

    /** Whether it cannot be decoded where decoding begins at the keyframe before it (H.265 §3, RASL picture). */
    static boolean isLeading(Codec codec, ByteBuf slice) {
        int type = type(codec, slice);
        return codec == Codec.H265 && (type == RASL_N || type == RASL_R);
    }

    private static int type(Codec codec, ByteBuf unit) {
        int at = unit.readerIndex();
        return codec == Codec.H265 ? H265Type.of(unit.getUnsignedShort(at)) : NalType.of(unit.getByte(at));
    }

    /** Behind the header of the scan, whose length it says itself (ITU-T T.81 §B.2.3). */
    private static int scan(byte[] jpeg) {
        int at = 2;
        while (at + 4 < jpeg.length) {
            boolean scan = (jpeg[at + 1] & 0xff) == START_OF_SCAN;
            at += 2 + ((jpeg[at + 2] & 0xff) << 8 | (jpeg[at + 3] & 0xff));
            if (scan) {
                return at;
            }
        }
        throw new IllegalArgumentException("a JPEG of " + jpeg.length + " bytes without a scan");
    }
}
