package io.kakou.rtsp.codec;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** Grows with a picture up to a bound; past it, it is full and takes nothing more until cleared. One thread. */
final class UnitBuffer {
    private static final int START_CODE_BYTES = 4;
    /** What an idle camera keeps: a keyframe of a sub stream fits, a burst's memory is given back. */
    private static final int KEPT_BYTES = 64 * 1024;

    private static final int FIRST_BYTES = 4 * 1024;

    private final int most;
    private byte[] bytes;
    private int size;
    private boolean full;

    UnitBuffer(int most) {
        this.most = most;
        this.bytes = new byte[Math.min(FIRST_BYTES, most)];
    }

    int size() {
        return size;
    }

    boolean full() {
        return full;
    }

    byte at(int index) {
        return bytes[index];
    }

    void startUnit(int header) {
        if (room(START_CODE_BYTES + 1)) {
            bytes[size] = 0;
            bytes[size + 1] = 0;
            bytes[size + 2] = 0;
            bytes[size + 3] = 1;
            bytes[size + 4] = (byte) header;
            size += START_CODE_BYTES + 1;
        }
    }

    void add(ByteBuf from) {
        int length = from.readableBytes();
        if (room(length)) {
            from.readBytes(bytes, size, length);
            size += length;
        }
    }

    byte[] copyBehind(byte[] prefix) {
        byte[] whole = Arrays.copyOf(prefix, prefix.length + size);
        System.arraycopy(bytes, 0, whole, prefix.length, size);
        return whole;
    }

    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    void cutTo(int length) {
        size = length;
    }

    void clear() {
        size = 0;
        full = false;
        if (bytes.length > KEPT_BYTES) {
            bytes = new byte[FIRST_BYTES];
        }
    }

    private boolean room(int more) {
        if (full || size > most - more) {
            full = true;
            return false;
        }
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(most, Math.max(size + more, bytes.length * 2L)));
        }
        return true;
    }
}
