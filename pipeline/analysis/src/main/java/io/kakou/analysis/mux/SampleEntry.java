package io.kakou.analysis.mux;

import io.kakou.rtsp.Codec;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of the coding of its pictures.
 *
 * @param type of the sample entry box
 * @param codec as browsers name it (RFC 6381)
 * @param width of the pictures in pixels
 * @param height likewise
 * @param boxes what the decoder is to be told, as whole boxes
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record SampleEntry(String type, String codec, int width, int height, byte[] boxes) {
    private static final int SPS = 7;
    private static final int PPS = 8;
    private static final List<Integer> H265_SETS = List.of(32, 33, 34);
    private static final int LENGTHS_OF_FOUR = 3;

    /** Of the stream that begins with this keyframe; null where it does not say what is needed. */
    static @Nullable SampleEntry of(Codec codec, byte[] keyframe) {
        return switch (codec) {
            case H264 -> h264(keyframe, NalUnits.of(keyframe));
            case H265 -> h265(keyframe, NalUnits.of(keyframe));
            case JPEG -> {
                JpegSize size = JpegSize.of(keyframe);
                yield size == null ? null : new SampleEntry("jpeg", "jpeg", size.width(), size.height(), new byte[0]);
            }
        };
    }

    private static @Nullable SampleEntry h264(byte[] from, List<NalUnits.Span> units) {
        List<NalUnits.Span> sps = ofType(units, unit -> NalUnits.type(from, unit) == SPS);
        List<NalUnits.Span> pps = ofType(units, unit -> NalUnits.type(from, unit) == PPS);
        SequenceSet set = sps.isEmpty() ? null : SequenceSet.of(from, sps.get(0));
        if (set == null || pps.isEmpty()) {
            return null;
        }
        Boxes box = new Boxes(256).box("avcC", out -> avcC(out, from, set, List.of(sps, pps)));
        return new SampleEntry("avc1", set.codec(), set.width(), set.height(), box.toBytes());
    }

    /** AVCDecoderConfigurationRecord, ISO/IEC 14496-15 §5.3.3.1.2. */
    private static void avcC(Boxes out, byte[] from, SequenceSet set, List<List<NalUnits.Span>> sets) {
        out.u8(1).u8(set.profile()).u8(set.constraints()).u8(set.level()).u8(0xfc | LENGTHS_OF_FOUR);
        out.u8(0xe0 | sets.get(0).size());
        put(out, from, sets.get(0));
        out.u8(sets.get(1).size());
        put(out, from, sets.get(1));
        if (SequenceSet.hasChroma(set.profile())) {
            out.u8(0xfc | set.chroma())
                    .u8(0xf8 | set.lumaDepth())
                    .u8(0xf8 | set.chromaDepth())
                    .u8(0);
        }
    }

    private static @Nullable SampleEntry h265(byte[] from, List<NalUnits.Span> units) {
        List<List<NalUnits.Span>> sets = H265_SETS.stream()
                .map(type -> ofType(units, unit -> (from[unit.from()] >> 1 & 0x3f) == type))
                .toList();
        H265SequenceSet set = sets.get(1).isEmpty()
                ? null
                : H265SequenceSet.of(from, sets.get(1).get(0));
        if (set == null || sets.get(0).isEmpty() || sets.get(2).isEmpty()) {
            return null;
        }
        Boxes box = new Boxes(512).box("hvcC", out -> hvcC(out, from, set, sets));
        // hev1, not hvc1: the camera's parameter sets stay in the stream, for they may change.
        return new SampleEntry("hev1", "hev1" + set.codec(), set.width(), set.height(), box.toBytes());
    }

    /** HEVCDecoderConfigurationRecord, ISO/IEC 14496-15 §8.3.3.1.2. */
    private static void hvcC(Boxes out, byte[] from, H265SequenceSet set, List<List<NalUnits.Span>> sets) {
        out.u8(1)
                .put(set.profile())
                .u16(0xf000)
                .u8(0xfc)
                .u8(0xfc | set.chroma())
                .u8(0xf8 | set.lumaDepth())
                .u8(0xf8 | set.chromaDepth())
                .u16(0)
                .u8(set.layers() << 3 | LENGTHS_OF_FOUR)
                .u8(sets.size());
        for (int i = 0; i < sets.size(); i++) {
            out.u8(H265_SETS.get(i)).u16(sets.get(i).size());
            put(out, from, sets.get(i));
        }
    }

    private static void put(Boxes out, byte[] from, List<NalUnits.Span> units) {
        units.forEach(unit -> out.u16(unit.length()).put(from, unit.from(), unit.length()));
    }

    private static List<NalUnits.Span> ofType(List<NalUnits.Span> units, Predicate<NalUnits.Span> kind) {
        return units.stream().filter(kind).toList();
    }
}
