package io.kakou.models.convert;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Numbers known at conversion. */
final class Constant {
    /** Of 4 bytes each. */
    enum Type {
        FLOAT32,
        INT32
    }

    private final Type type;
    private final int[] shape;
    private final byte[] bytes;

    /**
     * Keeps what it is given, which nobody changes.
     *
     * @param shape as TensorFlow has it; empty for a single number
     * @param bytes the values, little-endian, row by row
     */
    Constant(Type type, int[] shape, byte[] bytes) {
        this.type = type;
        this.shape = shape;
        this.bytes = bytes;
    }

    Type type() {
        return type;
    }

    int[] shape() {
        return shape;
    }

    byte[] bytes() {
        return bytes;
    }

    static int count(int[] shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    static Constant ofInts(int[] shape, int... values) {
        byte[] bytes = new byte[Integer.BYTES * values.length];
        little(bytes).asIntBuffer().put(values);
        return new Constant(Type.INT32, shape, bytes);
    }

    int[] ints() {
        int[] values = new int[count(shape)];
        little(bytes).asIntBuffer().get(values);
        return values;
    }

    Constant reshaped(int... to) {
        return new Constant(type, to, bytes);
    }

    /** Moves axes: axis i of the result is axis {@code order[i]} of this. */
    Constant transposed(int... order) {
        int[] to = new int[order.length];
        int[] step = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            to[i] = shape[order[i]];
            step[i] = count(Arrays.copyOfRange(shape, order[i] + 1, shape.length));
        }
        byte[] moved = new byte[bytes.length];
        for (int i = 0; i < count(to); i++) {
            System.arraycopy(bytes, Integer.BYTES * source(i, to, step), moved, Integer.BYTES * i, Integer.BYTES);
        }
        return new Constant(type, to, moved);
    }

    private static int source(int index, int[] shape, int[] step) {
        int from = 0;
        int rest = index;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            from += rest % shape[axis] * step[axis];
            rest /= shape[axis];
        }
        return from;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
