package io.kakou.models.convert;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What flows between two nodes. */
final class Value {
    /** How the ONNX value lies compared to TensorFlow's. */
    enum Layout {
        SAME,
        /** TensorFlow has N,H,W,C, ONNX has N,C,H,W: what its convolutions take. */
        CHANNELS_FIRST
    }

    private final String name;
    private final int[] shape;
    private final Layout layout;
    private final @Nullable Constant constant;

    /**
     * Keeps what it is given, which nobody changes.
     *
     * @param name in the ONNX graph
     * @param shape as TensorFlow has it, all known
     * @param constant its numbers, where known at conversion
     */
    Value(String name, int[] shape, Layout layout, @Nullable Constant constant) {
        this.name = name;
        this.shape = shape;
        this.layout = layout;
        this.constant = constant;
    }

    static Value of(String name, Constant constant) {
        return new Value(name, constant.shape(), Layout.SAME, constant);
    }

    Value as(String newName, int... newShape) {
        return new Value(newName, newShape, layout, null);
    }

    String name() {
        return name;
    }

    int[] shape() {
        return shape;
    }

    Layout layout() {
        return layout;
    }

    @Nullable
    Constant constant() {
        return constant;
    }

    int rank() {
        return shape.length;
    }

    int channels() {
        return shape[rank() - 1];
    }

    /** For messages. */
    @Override
    public String toString() {
        return name + Arrays.toString(shape) + " " + layout;
    }
}
