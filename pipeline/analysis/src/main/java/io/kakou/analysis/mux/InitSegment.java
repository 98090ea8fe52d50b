package io.kakou.analysis.mux;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a player reads first (CMAF header, ISO/IEC 23000-19 §7.3.1): one video track, no pictures.
 *
 * @param codec as browsers name it (RFC 6381), {@code avc1.64001e}
 * @param width of the pictures in pixels
 * @param height likewise
 * @param bytes {@code ftyp} and {@code moov}
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over, compared by nobody.
public record InitSegment(String codec, int width, int height, byte[] bytes) {
    /** Ticks a second; RTP's clock for video, so that no time is rounded twice. */
    public static final int TIMESCALE = 90_000;

    private static final int SPS = 7;
    private static final int PPS = 8;
    private static final int TRACK = 1;
    private static final int PIXELS_PER_INCH_72 = 0x00480000;
    private static final int[] MATRIX = {0x00010000, 0, 0, 0, 0x00010000, 0, 0, 0, 0x40000000};

    /** For the stream that begins with this keyframe; null where it holds no whole parameter sets. */
    public static @Nullable InitSegment of(byte[] keyframe) {
        List<NalUnits.Span> units = NalUnits.of(keyframe);
        List<NalUnits.Span> sps = ofType(keyframe, units, SPS);
        List<NalUnits.Span> pps = ofType(keyframe, units, PPS);
        SequenceSet set = sps.isEmpty() ? null : SequenceSet.of(keyframe, sps.get(0));
        if (set == null || pps.isEmpty()) {
            return null;
        }
        byte[] bytes = new Boxes(1024)
                .box("ftyp", out -> out.text("iso6").u32(0).text("iso6cmfcmp41"))
                .box("moov", out -> movie(out, set, avcC(keyframe, set, sps, pps)))
                .toBytes();
        return new InitSegment(set.codec(), set.width(), set.height(), bytes);
    }

    private static List<NalUnits.Span> ofType(byte[] bytes, List<NalUnits.Span> units, int type) {
        return units.stream().filter(unit -> NalUnits.type(bytes, unit) == type).toList();
    }

    private static void movie(Boxes out, SequenceSet set, byte[] avcC) {
        out.full("mvhd", 0, mvhd -> mvhd.u32(0)
                .u32(0)
                .u32(TIMESCALE)
                .u32(0)
                .u32(0x00010000)
                .u16(0x0100)
                .zeros(10)
                .put(matrix())
                .zeros(24)
                .u32(TRACK + 1));
        out.box("trak", trak -> track(trak, set, avcC));
        out.box(
                "mvex",
                mvex -> mvex.full(
                        "trex", 0, trex -> trex.u32(TRACK).u32(1).u32(0).u32(0).u32(0)));
    }

    private static void track(Boxes out, SequenceSet set, byte[] avcC) {
        // Enabled, in the movie, in the preview (§8.3.2).
        out.full("tkhd", 7, tkhd -> tkhd.u32(0)
                .u32(0)
                .u32(TRACK)
                .zeros(8)
                .zeros(16)
                .put(matrix())
                .u32((long) set.width() << 16)
                .u32((long) set.height() << 16));
        out.box("mdia", mdia -> mdia.full("mdhd", 0, mdhd -> mdhd.u32(0)
                        .u32(0)
                        .u32(TIMESCALE)
                        .u32(0)
                        .u16(0x55c4)
                        .u16(0))
                .full(
                        "hdlr",
                        0,
                        hdlr -> hdlr.u32(0).text("vide").zeros(12).text("video").u8(0))
                .box("minf", minf -> media(minf, set, avcC)));
    }

    private static void media(Boxes out, SequenceSet set, byte[] avcC) {
        out.full("vmhd", 1, vmhd -> vmhd.zeros(8));
        out.box("dinf", dinf -> dinf.full("dref", 0, dref -> dref.u32(1).full("url ", 1, url -> {})));
        out.box("stbl", stbl -> stbl.full("stsd", 0, stsd -> stsd.u32(1).box("avc1", avc1 -> entry(avc1, set, avcC)))
                .full("stts", 0, stts -> stts.u32(0))
                .full("stsc", 0, stsc -> stsc.u32(0))
                .full("stsz", 0, stsz -> stsz.u32(0).u32(0))
                .full("stco", 0, stco -> stco.u32(0)));
    }

    /** VisualSampleEntry, §12.1.3. */
    private static void entry(Boxes out, SequenceSet set, byte[] avcC) {
        out.zeros(6)
                .u16(1)
                .zeros(16)
                .u16(set.width())
                .u16(set.height())
                .u32(PIXELS_PER_INCH_72)
                .u32(PIXELS_PER_INCH_72)
                .u32(0)
                .u16(1)
                .zeros(32)
                .u16(0x0018)
                .u16(0xffff)
                .box("avcC", box -> box.put(avcC));
    }

    /** AVCDecoderConfigurationRecord, ISO/IEC 14496-15 §5.3.3.1.2. */
    private static byte[] avcC(byte[] from, SequenceSet set, List<NalUnits.Span> sps, List<NalUnits.Span> pps) {
        Boxes out = new Boxes(256)
                .u8(1)
                .u8(set.profile())
                .u8(set.constraints())
                .u8(set.level())
                .u8(0xff)
                .u8(0xe0 | sps.size());
        sps.forEach(unit -> out.u16(unit.length()).put(from, unit.from(), unit.length()));
        out.u8(pps.size());
        pps.forEach(unit -> out.u16(unit.length()).put(from, unit.from(), unit.length()));
        if (SequenceSet.hasChroma(set.profile())) {
            out.u8(0xfc | set.chroma())
                    .u8(0xf8 | set.lumaDepth())
                    .u8(0xf8 | set.chromaDepth())
                    .u8(0);
        }
        return out.toBytes();
    }

    private static byte[] matrix() {
        Boxes out = new Boxes(4 * MATRIX.length);
        for (int value : MATRIX) {
            out.u32(value);
        }
        return out.toBytes();
    }
}
