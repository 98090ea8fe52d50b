package io.kakou.analysis.mux;

/** Bits of a NAL unit's payload, emulation prevention bytes (H.264 §7.4.1.1) left out. Past the end come zeros. */
final class BitReader {
    private final byte[] payload;
    private final int bits;
    private int at;

    BitReader(byte[] bytes, int from, int to) {
        payload = new byte[to - from];
        int size = 0;
        int zeros = 0;
        for (int i = from; i < to; i++) {
            if (zeros >= 2 && bytes[i] == 3) {
                zeros = 0;
                continue;
            }
            zeros = bytes[i] == 0 ? zeros + 1 : 0;
            payload[size++] = bytes[i];
        }
        bits = size * 8;
    }

    int bit() {
        int bit = at < bits ? payload[at / 8] >> (7 - at % 8) & 1 : 0;
        at++;
        return bit;
    }

    int bits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    /** ue(v), H.264 §9.1. */
    int unsigned() {
        int zeros = 0;
        while (zeros < 31 && bit() == 0) {
            zeros++;
        }
        return (1 << zeros) - 1 + bits(zeros);
    }

    /** se(v), H.264 §9.1.1. */
    int signed() {
        int code = unsigned();
        return (code & 1) == 0 ? -(code >>> 1) : (code + 1) >>> 1;
    }

    boolean ended() {
        return at > bits;
    }
}
