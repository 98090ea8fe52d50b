package io.kakou.analysis.mux;

import org.jspecify.annotations.Nullable;

/**
 * What a file must say of a stream, from its sequence parameter set (H.264 §7.3.2.1.1).
 *
 * @param profile profile_idc
 * @param constraints the byte of constraint_set flags
 * @param level level_idc
 * @param chroma chroma_format_idc
 * @param lumaDepth bits of a luma sample less 8
 * @param chromaDepth bits of a chroma sample less 8
 * @param width of the picture in pixels, cropped
 * @param height likewise
 */
record SequenceSet(
        int profile, int constraints, int level, int chroma, int lumaDepth, int chromaDepth, int width, int height) {
    private static final int MACROBLOCK = 16;
    private static final int LARGEST = 16384;

    /** Of a whole NAL unit, or null where it is cut off or of an impossible size. */
    static @Nullable SequenceSet of(byte[] bytes, NalUnits.Span nal) {
        if (nal.length() < 5) {
            return null;
        }
        BitReader in = new BitReader(bytes, nal.from() + 1, nal.to());
        int profile = in.bits(8);
        int constraints = in.bits(8);
        int level = in.bits(8);
        in.unsigned();
        int chroma = 1;
        int luma = 0;
        int chromaDepth = 0;
        if (hasChroma(profile)) {
            chroma = in.unsigned();
            if (chroma == 3) {
                in.bit();
            }
            luma = in.unsigned();
            chromaDepth = in.unsigned();
            in.bit();
            skipScaling(in, chroma);
        }
        skipOrder(in);
        int[] size = size(in, chroma);
        boolean possible = size[0] > 0 && size[1] > 0 && size[0] <= LARGEST && size[1] <= LARGEST && !in.ended();
        return possible
                ? new SequenceSet(profile, constraints, level, chroma, luma, chromaDepth, size[0], size[1])
                : null;
    }

    /** The codec's name for browsers (RFC 6381 §3.3). */
    String codec() {
        return String.format("avc1.%02x%02x%02x", profile, constraints, level);
    }

    /** The profiles whose sets tell the chroma format. */
    static boolean hasChroma(int profile) {
        return switch (profile) {
            case 100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135 -> true;
            default -> false;
        };
    }

    private static void skipScaling(BitReader in, int chroma) {
        if (in.bit() == 0) {
            return;
        }
        int lists = chroma == 3 ? 12 : 8;
        for (int list = 0; list < lists; list++) {
            if (in.bit() == 1) {
                skipList(in, list < 6 ? 16 : 64);
            }
        }
    }

    private static void skipList(BitReader in, int size) {
        int last = 8;
        int next = 8;
        for (int i = 0; i < size; i++) {
            if (next != 0) {
                next = last + in.signed() + 256 & 255;
            }
            last = next == 0 ? last : next;
        }
    }

    private static void skipOrder(BitReader in) {
        in.unsigned();
        int type = in.unsigned();
        if (type == 0) {
            in.unsigned();
        } else if (type == 1) {
            in.bit();
            in.signed();
            in.signed();
            int cycle = in.unsigned();
            for (int i = 0; i < cycle && !in.ended(); i++) {
                in.signed();
            }
        }
        in.unsigned();
        in.bit();
    }

    private static int[] size(BitReader in, int chroma) {
        int width = (in.unsigned() + 1) * MACROBLOCK;
        int mapUnits = in.unsigned() + 1;
        int frames = in.bit();
        int height = (2 - frames) * mapUnits * MACROBLOCK;
        if (frames == 0) {
            in.bit();
        }
        in.bit();
        if (in.bit() == 0) {
            return new int[] {width, height};
        }
        // Crop units, H.264 equations 7-19 to 7-22.
        int unitX = chroma == 1 || chroma == 2 ? 2 : 1;
        int unitY = (chroma == 1 ? 2 : 1) * (2 - frames);
        int left = in.unsigned();
        int right = in.unsigned();
        int top = in.unsigned();
        int bottom = in.unsigned();
        return new int[] {width - unitX * (left + right), height - unitY * (top + bottom)};
    }
}
