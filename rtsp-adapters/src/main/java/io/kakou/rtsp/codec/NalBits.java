package io.kakou.rtsp.codec;

/** Bits of a NAL unit, past its emulation prevention bytes (H.264 §7.4.1.1). Past the end come zeros. */
final class NalBits {
    private static final int LONGEST_ZEROS = 16;

    private final byte[] nal;
    private int at;
    private int bit;
    private int zeros;
    private boolean cut;

    NalBits(byte[] nal, int from) {
        this.nal = nal;
        this.at = from;
    }

    /** Whether more was asked for than there is. */
    boolean isCut() {
        return cut;
    }

    void skip(long bits) {
        for (long i = 0; i < bits && !cut; i++) {
            int unused = next();
        }
    }

    /** Bytes up to and with the first that is not 255, added up: types and sizes of SEI messages (§7.3.2.3.1). */
    int sum() {
        int sum = 0;
        int next = u(8);
        while (next == 0xff && !cut) {
            sum += next;
            next = u(8);
        }
        return sum + next;
    }

    int u(int bits) {
        int value = 0;
        for (int i = 0; i < bits; i++) {
            value = value << 1 | next();
        }
        return value;
    }

    /** A ue(v) (§9.1) below a bound, or -1 where it is cut off or above. */
    int id(int bound) {
        int leading = 0;
        while (leading <= LONGEST_ZEROS && !cut && next() == 0) {
            leading++;
        }
        if (leading > LONGEST_ZEROS) {
            return -1;
        }
        int value = (1 << leading) - 1 + u(leading);
        return value < bound && !cut ? value : -1;
    }

    private int next() {
        if (bit == 0 && zeros >= 2 && at < nal.length && nal[at] == 3) {
            zeros = 0;
            at++;
        }
        if (at >= nal.length) {
            cut = true;
            return 0;
        }
        int value = nal[at] >> (7 - bit) & 1;
        bit = (bit + 1) % 8;
        if (bit == 0) {
            zeros = nal[at] == 0 ? zeros + 1 : 0;
            at++;
        }
        return value;
    }
}
