package io.kakou.analysis.mux;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a file must say of an H.265 stream, from its sequence parameter set (H.265 §7.3.2.2.1).
 *
 * @param profile general profile, tier and level as they stand there (§7.3.3): 12 bytes
 * @param layers temporal ones
 * @param chroma chroma_format_idc
 * @param lumaDepth bits of a luma sample less 8
 * @param chromaDepth bits of a chroma sample less 8
 * @param width of the picture in pixels, cropped
 * @param height likewise
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record H265SequenceSet(byte[] profile, int layers, int chroma, int lumaDepth, int chromaDepth, int width, int height) {
    private static final int PROFILE_BYTES = 12;
    private static final int LARGEST = 16384;
    private static final int HEADER_BYTES = 2;

    /** Of a whole NAL unit, or null where it is cut off or of an impossible size. */
    static @Nullable H265SequenceSet of(byte[] bytes, NalUnits.Span nal) {
        if (nal.length() < HEADER_BYTES + PROFILE_BYTES) {
            return null;
        }
        BitReader in = new BitReader(bytes, nal.from() + HEADER_BYTES, nal.to());
        in.bits(4);
        int subLayers = in.bits(3);
        in.bit();
        byte[] profile = profile(in, subLayers);
        in.unsigned();
        int chroma = in.unsigned();
        if (chroma == 3) {
            in.bit();
        }
        int[] size = size(in, chroma);
        int luma = in.unsigned();
        int chromaDepth = in.unsigned();
        boolean possible = size[0] > 0
                && size[1] > 0
                && Math.max(size[0], size[1]) <= LARGEST
                && chroma <= 3
                && Math.max(luma, chromaDepth) < 8
                && !in.ended();
        return possible
                ? new H265SequenceSet(profile, subLayers + 1, chroma, luma, chromaDepth, size[0], size[1])
                : null;
    }

    /** The codec's name for browsers behind its first four letters (ISO/IEC 14496-15 annex E.3). */
    String codec() {
        int first = profile[0] & 0xff;
        String space = first >> 6 == 0 ? "" : String.valueOf((char) ('A' + (first >> 6) - 1));
        int compatible = 0;
        for (int i = 1; i <= 4; i++) {
            compatible = compatible << 8 | (profile[i] & 0xff);
        }
        StringBuilder name = new StringBuilder(String.format(
                ".%s%d.%x.%s%d",
                space,
                first & 0x1f,
                Integer.reverse(compatible),
                (first & 0x20) == 0 ? "L" : "H",
                profile[PROFILE_BYTES - 1] & 0xff));
        int last = PROFILE_BYTES - 2;
        while (last > 4 && profile[last] == 0) {
            last--;
        }
        for (byte constraint : Arrays.copyOfRange(profile, 5, last + 1)) {
            name.append(String.format(".%X", constraint & 0xff));
        }
        return name.toString();
    }

    private static byte[] profile(BitReader in, int subLayers) {
        byte[] profile = new byte[PROFILE_BYTES];
        for (int i = 0; i < PROFILE_BYTES; i++) {
            profile[i] = (byte) in.bits(8);
        }
        int present = subLayers > 0 ? in.bits(16) : 0;
        for (int i = 0; i < subLayers; i++) {
            int skipped = (present >> (15 - 2 * i) & 1) * 88 + (present >> (14 - 2 * i) & 1) * 8;
            in.bits(skipped);
        }
        return profile;
    }

    private static int[] size(BitReader in, int chroma) {
        int width = in.unsigned();
        int height = in.unsigned();
        if (in.bit() == 0) {
            return new int[] {width, height};
        }
        // SubWidthC and SubHeightC, table 6-1.
        int unitX = chroma == 1 || chroma == 2 ? 2 : 1;
        int unitY = chroma == 1 ? 2 : 1;
        int left = in.unsigned();
        int right = in.unsigned();
        int top = in.unsigned();
        int bottom = in.unsigned();
        return new int[] {width - unitX * (left + right), height - unitY * (top + bottom)};
    }
}
