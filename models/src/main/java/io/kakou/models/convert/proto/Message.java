package io.kakou.models.convert.proto;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One protobuf message being written; fields keep the order in which they are put. */
final class Message {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

    Message put(int field, long value) {
        return write(() -> out.writeInt64(field, value));
    }

    Message put(int field, float value) {
        return write(() -> out.writeFloat(field, value));
    }

    Message put(int field, String value) {
        return write(() -> out.writeString(field, value));
    }

    Message put(int field, byte[] value) {
        return write(() -> out.writeByteArray(field, value));
    }

    Message put(int field, Message value) {
        return put(field, value.toBytes());
    }

    Message putEach(int field, int[] values) {
        for (int value : values) {
            put(field, (long) value);
        }
        return this;
    }

    byte[] toBytes() {
        write(out::flush);
        return bytes.toByteArray();
    }

    private Message write(Write write) {
        try {
            write.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
    }

    @FunctionalInterface
    private interface Write {
        void run() throws IOException;
    }
}
