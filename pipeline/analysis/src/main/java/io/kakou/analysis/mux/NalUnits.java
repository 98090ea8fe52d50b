package io.kakou.analysis.mux;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The NAL units of an access unit in Annex B, and the same behind lengths, as MP4 wants them. */
final class NalUnits {
    private static final int START_CODE = 3;
    private static final int LENGTH_BYTES = 4;
    private static final int DELIMITER = 9;

    private NalUnits() {}

    /** A NAL unit within the bytes: from its header on, without zeros that trail it. */
    record Span(int from, int to) {
        int length() {
            return to - from;
        }
    }

    static List<Span> of(byte[] annexB) {
        List<Span> units = new ArrayList<>(4);
        int start = next(annexB, 0) + START_CODE;
        while (start <= annexB.length) {
            int next = next(annexB, start);
            int end = next;
            while (end > start && annexB[end - 1] == 0) {
                end--;
            }
            if (end > start) {
                units.add(new Span(start, end));
            }
            start = next + START_CODE;
        }
        return units;
    }

    /** The type of a NAL unit (H.264 §7.4.1). */
    static int type(byte[] annexB, Span unit) {
        return annexB[unit.from()] & 0x1f;
    }

    /**
     * NAL units behind four-byte lengths (ISO/IEC 14496-15 §5.3.2), without access unit delimiters, which a file has no
     * use for. Parameter sets stay where they are: a camera may change them.
     */
    static byte[] behindLengths(byte[] annexB) {
        List<Span> units = of(annexB).stream()
                .filter(unit -> type(annexB, unit) != DELIMITER)
                .toList();
        int size = units.stream().mapToInt(unit -> LENGTH_BYTES + unit.length()).sum();
        ByteBuffer out = ByteBuffer.allocate(size);
        for (Span unit : units) {
            out.putInt(unit.length()).put(annexB, unit.from(), unit.length());
        }
        return out.array();
    }

    private static int next(byte[] bytes, int from) {
        // Two of three bytes need no look: a start code ends in a byte below 2.
        for (int i = from + 2; i < bytes.length; ) {
            int last = bytes[i];
            if (last < 0 || last > 1) {
                i += 3;
            } else if (last == 1) {
                if (bytes[i - 1] == 0 && bytes[i - 2] == 0) {
                    return i - 2;
                }
                i += 3;
            } else {
                i++;
            }
        }
        return bytes.length;
    }
}
