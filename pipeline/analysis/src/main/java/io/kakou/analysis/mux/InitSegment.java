package io.kakou.analysis.mux;

import io.kakou.rtsp.Codec;
import org.jspecify.annotations.Nullable;

/**
 * What a player reads first (CMAF header, ISO/IEC 23000-19 §7.3.1): one video track, no pictures.
 *
 * @param codec as browsers name it (RFC 6381), {@code avc1.64001e}, {@code hev1.1.6.L93.B0}, {@code jpeg}
 * @param width of the pictures in pixels
 * @param height likewise
 * @param bytes {@code ftyp} and {@code moov}
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over, compared by nobody.
public record InitSegment(String codec, int width, int height, byte[] bytes) {
    /** Ticks a second; RTP's clock for video, so that no time is rounded twice. */
    public static final int TIMESCALE = 90_000;

    private static final int TRACK = 1;
    private static final int PIXELS_PER_INCH_72 = 0x00480000;
    private static final int[] MATRIX = {0x00010000, 0, 0, 0, 0x00010000, 0, 0, 0, 0x40000000};

    /** For the stream that begins with this keyframe; null where it holds no whole parameter sets. */
    public static @Nullable InitSegment of(Codec codec, byte[] keyframe) {
        SampleEntry entry = SampleEntry.of(codec, keyframe);
        if (entry == null) {
            return null;
        }
        byte[] bytes = new Boxes(1024)
                .box("ftyp", out -> out.text("iso6").u32(0).text("iso6cmfcmp41"))
                .box("moov", out -> movie(out, entry))
                .toBytes();
        return new InitSegment(entry.codec(), entry.width(), entry.height(), bytes);
    }

    private static void movie(Boxes out, SampleEntry entry) {
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
        out.box("trak", trak -> track(trak, entry));
        out.box(
                "mvex",
                mvex -> mvex.full(
                        "trex", 0, trex -> trex.u32(TRACK).u32(1).u32(0).u32(0).u32(0)));
    }

    private static void track(Boxes out, SampleEntry entry) {
        // Enabled, in the movie, in the preview (§8.3.2).
        out.full("tkhd", 7, tkhd -> tkhd.u32(0)
                .u32(0)
                .u32(TRACK)
                .zeros(8)
                .zeros(16)
                .put(matrix())
                .u32((long) entry.width() << 16)
                .u32((long) entry.height() << 16));
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
                .box("minf", minf -> media(minf, entry)));
    }

    private static void media(Boxes out, SampleEntry entry) {
        out.full("vmhd", 1, vmhd -> vmhd.zeros(8));
        out.box("dinf", dinf -> dinf.full("dref", 0, dref -> dref.u32(1).full("url ", 1, url -> {})));
        out.box("stbl", stbl -> stbl.full("stsd", 0, stsd -> stsd.u32(1).box(entry.type(), box -> visual(box, entry)))
                .full("stts", 0, stts -> stts.u32(0))
                .full("stsc", 0, stsc -> stsc.u32(0))
                .full("stsz", 0, stsz -> stsz.u32(0).u32(0))
                .full("stco", 0, stco -> stco.u32(0)));
    }

    /** VisualSampleEntry, §12.1.3. */
    private static void visual(Boxes out, SampleEntry entry) {
        out.zeros(6)
                .u16(1)
                .zeros(16)
                .u16(entry.width())
                .u16(entry.height())
                .u32(PIXELS_PER_INCH_72)
                .u32(PIXELS_PER_INCH_72)
                .u32(0)
                .u16(1)
                .zeros(32)
                .u16(0x0018)
                .u16(0xffff)
                .put(entry.boxes());
    }

    private static byte[] matrix() {
        Boxes out = new Boxes(4 * MATRIX.length);
        for (int value : MATRIX) {
            out.u32(value);
        }
        return out.toBytes();
    }
}
