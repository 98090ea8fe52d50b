package io.kakou.app.check;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a sequence parameter set tells (ITU-T H.264 §7.3.2.1.1).
 *
 * @param profile profile_idc
 * @param level level_idc, ten times the level
 * @param width of the shown picture, pixels
 * @param height of the shown picture, pixels
 */
record Sps(int profile, int level, int width, int height) {
    private static final int NAL_SPS = 7;
    private static final int FIRST_BITS = 8 * 4;
    private static final int MACROBLOCK = 16;

    /** The first one in an Annex B stream, or null where there is none that can be read. */
    static @Nullable Sps in(byte[] annexB) {
        for (int i = 0; i + 4 < annexB.length; i++) {
            boolean start = annexB[i] == 0 && annexB[i + 1] == 0 && annexB[i + 2] == 1;
            if (start && (annexB[i + 3] & 0x1f) == NAL_SPS) {
                return read(annexB, i + 3);
            }
        }
        return null;
    }

    /** As people and encoders' menus call it. */
    String profileName() {
        String name =
                switch (profile) {
                    case 66 -> "Baseline";
                    case 77 -> "Main";
                    case 88 -> "Extended";
                    case 100 -> "High";
                    case 110 -> "High 10";
                    case 122 -> "High 4:2:2";
                    case 83, 86 -> "Scalable";
                    default -> "profile " + profile;
                };
        return String.format(Locale.ROOT, "%s@%.1f", name, level / 10.0);
    }

    /** Annex G: layers that an ordinary decoder passes over. */
    boolean isScalable() {
        return profile == 83 || profile == 86;
    }

    private static @Nullable Sps read(byte[] bytes, int nal) {
        Bits bits = new Bits(bytes, nal, nal + FIRST_BITS / 8);
        bits.golomb();
        int profile = bytes[nal + 1] & 0xff;
        int chroma = 1;
        if (profile >= 100 || profile == 83 || profile == 86 || profile == 44) {
            chroma = bits.golomb();
            if (chroma == 3) {
                bits.bits(1);
            }
            bits.golomb();
            bits.golomb();
            bits.bits(1);
            if (bits.bits(1) == 1) {
                scalingLists(bits, chroma == 3 ? 12 : 8);
            }
        }
        Size size = size(bits, chroma);
        int level = bytes[nal + 3] & 0xff;
        return bits.isCut() || size == null ? null : new Sps(profile, level, size.width, size.height);
    }

    private record Size(int width, int height) {}

    private static @Nullable Size size(Bits bits, int chroma) {
        bits.golomb();
        int orderType = bits.golomb();
        if (orderType == 0) {
            bits.golomb();
        } else if (orderType == 1) {
            orderCycle(bits);
        }
        bits.golomb();
        bits.bits(1);
        int width = (bits.golomb() + 1) * MACROBLOCK;
        int rows = bits.golomb() + 1;
        int frameOnly = bits.bits(1);
        if (frameOnly == 0) {
            bits.bits(1);
        }
        bits.bits(1);
        int height = rows * MACROBLOCK * (2 - frameOnly);
        if (bits.bits(1) == 1) {
            int unitX = chroma == 1 || chroma == 2 ? 2 : 1;
            int unitY = (chroma == 1 ? 2 : 1) * (2 - frameOnly);
            width -= unitX * (bits.golomb() + bits.golomb());
            height -= unitY * (bits.golomb() + bits.golomb());
        }
        return width > 0 && height > 0 ? new Size(width, height) : null;
    }

    private static void orderCycle(Bits bits) {
        bits.bits(1);
        bits.golomb();
        bits.golomb();
        int frames = bits.golomb();
        for (int i = 0; i < frames && !bits.isCut(); i++) {
            bits.golomb();
        }
    }

    /** §7.3.2.1.1.1; only passed over. */
    private static void scalingLists(Bits bits, int lists) {
        for (int list = 0; list < lists; list++) {
            if (bits.bits(1) == 1) {
                int last = 8;
                int next = 8;
                for (int i = 0; i < (list < 6 ? 16 : 64) && next != 0; i++) {
                    int coded = bits.golomb();
                    int delta = (coded & 1) == 1 ? (coded + 1) / 2 : -coded / 2;
                    next = (last + delta) & 0xff;
                    last = next == 0 ? last : next;
                }
            }
        }
    }

    /** The raw bits: every third byte of 0 0 3 is there to keep start codes out (§7.4.1.1). */
    private static final class Bits {
        private final byte[] bytes;
        private final int nal;
        private int at;
        private int bit;
        private boolean cut;

        Bits(byte[] bytes, int nal, int from) {
            this.bytes = bytes;
            this.nal = nal;
            this.at = from;
        }

        boolean isCut() {
            return cut;
        }

        int bits(int count) {
            int value = 0;
            for (int i = 0; i < count; i++) {
                value = value << 1 | next();
            }
            return value;
        }

        /** ue(v), §9.1. */
        int golomb() {
            int zeros = 0;
            while (next() == 0 && !cut && zeros < 31) {
                zeros++;
            }
            return (1 << zeros) - 1 + bits(zeros);
        }

        private int next() {
            if (bit == 0 && at - nal >= 3 && at < bytes.length && isStuffing()) {
                at++;
            }
            if (at >= bytes.length) {
                cut = true;
                return 0;
            }
            int value = bytes[at] >> (7 - bit) & 1;
            bit = (bit + 1) % 8;
            at += bit == 0 ? 1 : 0;
            return value;
        }

        private boolean isStuffing() {
            return bytes[at] == 3 && bytes[at - 1] == 0 && bytes[at - 2] == 0;
        }
    }
}
