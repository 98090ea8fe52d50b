package io.kakou.rtsp.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;

/** The byte stream of ITU-T H.264 annex B. */
public final class AnnexB {
    private static final int SHORT_START_CODE = 3;

    private AnnexB() {}

    /** The NAL units between start codes of three or four bytes, sharing the bytes; zeros that trail them are left out. */
    public static List<ByteBuf> split(byte[] stream) {
        List<ByteBuf> units = new ArrayList<>();
        int start = nextStartCode(stream, 0) + SHORT_START_CODE;
        while (start <= stream.length) {
            int next = nextStartCode(stream, start);
            int end = next;
            while (end > start && stream[end - 1] == 0) {
                end--;
            }
            if (end > start) {
                units.add(Unpooled.wrappedBuffer(stream, start, end - start));
            }
            start = next + SHORT_START_CODE;
        }
        return units;
    }

    private static int nextStartCode(byte[] stream, int from) {
        for (int i = from; i + 2 < stream.length; i++) {
            if (stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 1) {
                return i;
            }
        }
        return stream.length;
    }
}
