package io.kakou.rtsp.codec;

/** The supplemental message that decoding can begin here without an IDR picture (H.264 D.1.8, H.265 D.2.8). */
final class RecoveryPoint {
    private static final int PAYLOAD_TYPE = 6;

    private RecoveryPoint() {}

    /**
     * Whether it is among the messages of an SEI unit (H.264 §7.3.2.3.1). Sizes are counted past emulation prevention.
     *
     * @param messages the unit behind its header
     */
    static boolean isIn(byte[] messages) {
        NalBits bits = new NalBits(messages, 0);
        while (!bits.isCut()) {
            int type = bits.sum();
            int size = bits.sum();
            if (type == PAYLOAD_TYPE && size > 0 && !bits.isCut()) {
                return true;
            }
            bits.skip(8L * size);
        }
        return false;
    }
}
