package io.kakou.models.convert.proto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Numbers in an ONNX file, little-endian, row by row. Nobody changes what it was given. */
public final class OnnxTensor {
    private final ElementType type;
    private final int[] shape;
    private final byte[] bytes;

    OnnxTensor(ElementType type, int[] shape, byte[] bytes) {
        this.type = type;
        this.shape = shape;
        this.bytes = bytes;
    }

    /** Of floats; a shape without axes for one number. */
    public static OnnxTensor of(float[] values, int... shape) {
        byte[] bytes = new byte[Float.BYTES * values.length];
        little(bytes).asFloatBuffer().put(values);
        return new OnnxTensor(ElementType.FLOAT, shape.clone(), bytes);
    }

    /** Of 32-bit whole numbers. */
    public static OnnxTensor of(int[] values, int... shape) {
        byte[] bytes = new byte[Integer.BYTES * values.length];
        little(bytes).asIntBuffer().put(values);
        return new OnnxTensor(ElementType.INT32, shape.clone(), bytes);
    }

    /**
     * Of bytes.
     *
     * @param type {@link ElementType#INT8} or {@link ElementType#UINT8}
     */
    public static OnnxTensor of(ElementType type, byte[] values, int... shape) {
        return new OnnxTensor(type, shape.clone(), values.clone());
    }

    public ElementType type() {
        return type;
    }

    public int[] shape() {
        return shape.clone();
    }

    /** How many numbers. */
    public int count() {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    /**
     * The numbers.
     *
     * @throws IllegalStateException where they are no floats
     */
    public float[] floats() {
        if (type != ElementType.FLOAT) {
            throw new IllegalStateException("numbers of type " + type + "; wanted: " + ElementType.FLOAT);
        }
        float[] values = new float[count()];
        little(bytes).asFloatBuffer().get(values);
        return values;
    }

    /** As they lie in the file. */
    public byte[] bytes() {
        return bytes.clone();
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
