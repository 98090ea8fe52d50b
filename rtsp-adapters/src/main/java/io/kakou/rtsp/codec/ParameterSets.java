package io.kakou.rtsp.codec;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The newest sequence and picture parameter sets by their ids. A decoder may need several of each. One thread. */
final class ParameterSets {
    /** Real sets stay under 300 bytes; with every id taken this bounds the memory a camera can hold to 0.6 MB. */
    static final int LONGEST = 2048;

    private static final int SPS_IDS = 32;
    private static final int PPS_IDS = 256;
    private static final byte[] START_CODE = {0, 0, 0, 1};
    private static final int BYTES_BEFORE_SPS_ID = 4;

    private final Map<Integer, byte[]> sequence = new TreeMap<>();
    private final Map<Integer, byte[]> picture = new TreeMap<>();

    private byte[] annexB = {};
    private boolean stale;

    /**
     * Takes a whole NAL unit; what is none of the two, too long, or of an impossible id is passed over.
     *
     * @return whether it says something new
     */
    boolean learn(byte[] nal) {
        if (nal.length > LONGEST || nal.length < 2) {
            return false;
        }
        return switch (NalType.of(nal[0])) {
            case NalType.SPS -> put(sequence, id(nal, BYTES_BEFORE_SPS_ID, SPS_IDS), nal);
            case NalType.PPS -> put(picture, id(nal, 1, PPS_IDS), nal);
            default -> false;
        };
    }

    boolean complete() {
        return !sequence.isEmpty() && !picture.isEmpty();
    }

    /** All of them, sequence sets first, each behind a start code; not to be changed. */
    byte[] annexB() {
        if (stale) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            sequence.values().forEach(nal -> append(out, nal));
            picture.values().forEach(nal -> append(out, nal));
            annexB = out.toByteArray();
            stale = false;
        }
        return annexB;
    }

    private static void append(ByteArrayOutputStream out, byte[] nal) {
        out.writeBytes(START_CODE);
        out.writeBytes(nal);
    }

    private boolean put(Map<Integer, byte[]> sets, int id, byte[] nal) {
        if (id < 0 || Arrays.equals(nal, sets.put(id, nal))) {
            return false;
        }
        stale = true;
        return true;
    }

    /** The ue(v) at a byte (H.264 §9.1), or -1 where it is cut off or no id. */
    private static int id(byte[] nal, int from, int ids) {
        int bit = from * 8;
        int zeros = 0;
        while (zeros <= 8 && bit(nal, bit + zeros) == 0) {
            zeros++;
        }
        int value = 0;
        for (int i = 0; i <= zeros; i++) {
            int next = bit(nal, bit + zeros + i);
            if (next < 0) {
                return -1;
            }
            value = value << 1 | next;
        }
        return value - 1 < ids ? value - 1 : -1;
    }

    private static int bit(byte[] nal, int at) {
        return at / 8 < nal.length ? nal[at / 8] >> (7 - at % 8) & 1 : -1;
    }
}
