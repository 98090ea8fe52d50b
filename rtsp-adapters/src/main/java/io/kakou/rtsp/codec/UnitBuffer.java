package io.kakou.rtsp.codec;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Grows with a picture up to a bound; past it, it is full and takes nothing more until cleared. One thread, that which
 * made it: its bytes stand on the thread's {@link Workbench} until another's begin.
 */
final class UnitBuffer {
    private static final int START_CODE_BYTES = 4;

    private final int most;
    private final Workbench bench = Workbench.ofThisThread();
    /** Since it had to leave the bench: once a picture, so that two who alternate do not copy theirs each time. */
    private byte @Nullable [] own;

    private int size;
    private boolean full;

    UnitBuffer(int most) {
        this.most = most;
    }

    int size() {
        return size;
    }

    boolean full() {
        return full;
    }

    /** Its bytes up to {@link #size}, to be read before anything is added. */
    byte[] bytes() {
        return own == null ? bench.bytes() : own;
    }

    /** A start code. */
    void start() {
        if (room(START_CODE_BYTES)) {
            byte[] to = bytes();
            to[size] = 0;
            to[size + 1] = 0;
            to[size + 2] = 0;
            to[size + 3] = 1;
            size += START_CODE_BYTES;
        }
    }

    /** So many bytes of a number, the highest first. */
    void header(int header, int count) {
        if (room(count)) {
            for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
                bytes()[size++] = (byte) (header >> shift);
            }
        }
    }

    void add(ByteBuf from) {
        int length = from.readableBytes();
        if (room(length)) {
            from.readBytes(bytes(), size, length);
            size += length;
        }
    }

    byte[] copyBehind(byte[] prefix) {
        if (prefix.length == 0) {
            return copy(0, size); // of most pictures: an array that need not be zeroed first
        }
        byte[] whole = Arrays.copyOf(prefix, prefix.length + size);
        System.arraycopy(bytes(), 0, whole, prefix.length, size);
        return whole;
    }

    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes(), from, to);
    }

    void cutTo(int length) {
        size = length;
    }

    void clear() {
        size = 0;
        full = false;
        own = null;
        bench.leave(this);
    }

    /** Another needs the bench. */
    void stepAside() {
        if (size > 0) {
            own = copy(0, size);
        }
    }

    private boolean room(int more) {
        if (full || size > most - more) {
            full = true;
            return false;
        }
        if (size == 0 && own == null) {
            bench.take(this);
        }
        if (size + more > bytes().length) {
            grow(size + more);
        }
        return true;
    }

    private void grow(int least) {
        int length = (int) Math.min(most, Math.max(least, bytes().length * 2L));
        if (own == null) {
            bench.grow(length);
        } else {
            own = Arrays.copyOf(own, length);
        }
    }
}
