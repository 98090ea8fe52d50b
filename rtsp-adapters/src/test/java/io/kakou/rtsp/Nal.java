package io.kakou.rtsp;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Small NAL units that look to a depacketizer like a camera's; no decoder sees them. */
@SuppressWarnings("MutablePublicArray") // Only tests read them.
public final class Nal {
    public static final byte[] SPS = {0x67, 0x42, 0x00, 0x1e, (byte) 0x95, (byte) 0xa0, 0x50, 0x7c};
    public static final byte[] PPS = {0x68, (byte) 0xce, 0x3c, (byte) 0x80};

    private Nal() {}

    /** A slice that begins its picture; the bytes come from the seed and hold no start code. */
    public static byte[] slice(int header, int size, long seed) {
        byte[] nal = new byte[size];
        new Random(seed).nextBytes(nal);
        for (int i = 0; i < size; i++) {
            nal[i] |= 0x04;
        }
        nal[0] = (byte) header;
        nal[1] |= (byte) 0x80;
        return nal;
    }

    public static byte[] idr(int size, long seed) {
        return slice(0x65, size, seed);
    }

    public static byte[] p(int size, long seed) {
        return slice(0x41, size, seed);
    }

    public static byte[] annexB(byte[]... nals) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] nal : nals) {
            out.writeBytes(new byte[] {0, 0, 0, 1});
            out.writeBytes(nal);
        }
        return out.toByteArray();
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    /** Types of the NAL units between four-byte start codes. */
    public static List<Integer> types(byte[] annexB) {
        List<Integer> types = new ArrayList<>();
        for (int i = 0; i + 4 < annexB.length; i++) {
            if (annexB[i] == 0 && annexB[i + 1] == 0 && annexB[i + 2] == 0 && annexB[i + 3] == 1) {
                types.add(annexB[i + 4] & 0x1f);
            }
        }
        return types;
    }
}
