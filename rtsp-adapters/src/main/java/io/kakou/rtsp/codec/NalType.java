package io.kakou.rtsp.codec;

/** The NAL unit types that matter between a camera and a decoder (ITU-T H.264 table 7-1, RFC 6184 table 1). */
public final class NalType {
    public static final int SLICE = 1;
    public static final int IDR = 5;
    public static final int SEI = 6;
    public static final int SPS = 7;
    public static final int PPS = 8;
    public static final int DELIMITER = 9;
    public static final int FILLER = 12;
    public static final int LAST_SINGLE = 23;
    public static final int STAP_A = 24;
    public static final int FU_A = 28;

    /** Of a NAL unit's or payload's first byte. */
    public static int of(byte first) {
        return first & 0x1f;
    }

    static boolean isSlice(int type) {
        return type >= SLICE && type <= IDR;
    }

    /** Delimiters, end marks and filler: a decoder needs none, and they would stand before the parameter sets. */
    static boolean isDropped(int type) {
        return type == 0 || (type >= DELIMITER && type <= FILLER);
    }

    private NalType() {}
}
