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

    /** Its bytes up to {@link #size}, to be read before anything is added. */
    byte[] bytes() {
        return bytes;
    }

    /** A start code. */
    void start() {
        if (room(START_CODE_BYTES)) {
            bytes[size] = 0;
            bytes[size + 1] = 0;
            bytes[size + 2] = 0;
            bytes[size + 3] = 1;
            size += START_CODE_BYTES;
        }
    }

    /** So many bytes of a number, the highest first. */
    void header(int header, int count) {
        if (room(count)) {
            for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
                bytes[size++] = (byte) (header >> shift);
            }
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
