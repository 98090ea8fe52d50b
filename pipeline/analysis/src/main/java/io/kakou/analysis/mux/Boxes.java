package io.kakou.analysis.mux;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the nested boxes of ISO/IEC 14496-12: a length, a name, a content. */
final class Boxes {
    private byte[] bytes;
    private int size;

    Boxes(int expected) {
        bytes = new byte[expected];
    }

    /** What stands in a box. */
    interface Content {
        void write(Boxes out);
    }

    /** A box (§4.2). */
    Boxes box(String name, Content content) {
        int start = size;
        u32(0);
        put(name.getBytes(StandardCharsets.US_ASCII));
        content.write(this);
        int end = size;
        size = start;
        u32(end - start);
        size = end;
        return this;
    }

    /** A box with version and flags. */
    Boxes full(String name, int versionAndFlags, Content content) {
        return box(name, out -> content.write(out.u32(versionAndFlags)));
    }

    Boxes u8(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    Boxes u16(int value) {
        return u8(value >> 8).u8(value);
    }

    Boxes u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    Boxes u64(long value) {
        return u32(value >> 32).u32(value);
    }

    Boxes zeros(int count) {
        room(count);
        size += count;
        return this;
    }

    Boxes put(byte[] from) {
        return put(from, 0, from.length);
    }

    Boxes put(byte[] from, int start, int length) {
        room(length);
        System.arraycopy(from, start, bytes, size, length);
        size += length;
        return this;
    }

    Boxes text(String text) {
        return put(text.getBytes(StandardCharsets.US_ASCII));
    }

    int size() {
        return size;
    }

    byte[] toBytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
