package io.kakou.rtsp.codec;

/** The NAL unit and payload types of H.265 that matter (ITU-T H.265 table 7-1, RFC 7798 §4.4). */
public final class H265Type {
    public static final int VPS = 32;
    public static final int SPS = 33;
    public static final int PPS = 34;
    /** Aggregation packet. */
    public static final int AP = 48;
    /** Fragmentation unit. */
    public static final int FU = 49;
    /** Payload content information. */
    static final int PACI = 50;

    private static final int LAST_SLICE = 9;
    private static final int RASL_N = 8;
    private static final int FIRST_ENTRY = 16;
    private static final int LAST_ENTRY = 21;
    private static final int DELIMITER = 35;
    private static final int FILLER = 38;
    private static final int SEI = 39;

    private H265Type() {}

    /** Of a unit's two header bytes. */
    public static int of(int header) {
        return header >> 9 & 0x3f;
    }

    static NalKind kind(int type) {
        if (type <= LAST_SLICE) {
            return type >= RASL_N ? NalKind.LEADING : NalKind.SLICE;
        }
        if (type >= FIRST_ENTRY && type <= LAST_ENTRY) {
            return NalKind.ENTRY;
        }
        if (type >= VPS && type <= PPS) {
            return NalKind.SET;
        }
        return type >= DELIMITER && type <= FILLER ? NalKind.DROPPED : type == SEI ? NalKind.SUPPLEMENT : NalKind.OTHER;
    }
}
