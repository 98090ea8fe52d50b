package io.kakou.models.quantise;

import io.kakou.models.convert.proto.ElementType;
import io.kakou.models.convert.proto.Part.Numbers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** What a convolution multiplies by and adds, while other operators are taken into it. Nobody changes its numbers. */
final class Filters {
    private final List<Integer> shape;
    private final float[] weights;
    private final float[] bias;

    /**
     * Keeps what it is given.
     *
     * @param shape of the weights: filters first
     * @param weights filter by filter
     * @param bias one a filter
     */
    Filters(List<Integer> shape, float[] weights, float[] bias) {
        this.shape = shape;
        this.weights = weights;
        this.bias = bias;
    }

    static Filters of(Numbers weights) {
        return new Filters(
                weights.shape(), weights.floats(), new float[weights.shape().get(0)]);
    }

    List<Integer> shape() {
        return shape;
    }

    float weight(int index) {
        return weights[index];
    }

    int count() {
        return bias.length;
    }

    /** Weights of one filter. */
    int size() {
        return weights.length / bias.length;
    }

    /** Whether numbers are one for all filters or one for each. */
    boolean fits(Numbers numbers) {
        int given = numbers.floats().length;
        return given == 1 || given == count();
    }

    /** What {@code factors × y + terms} makes of its answers y. */
    Filters then(float[] factors, float[] terms) {
        float[] w = weights.clone();
        float[] b = bias.clone();
        for (int i = 0; i < w.length; i++) {
            w[i] *= at(factors, i / size());
        }
        for (int i = 0; i < b.length; i++) {
            b[i] = b[i] * at(factors, i) + at(terms, i);
        }
        return new Filters(shape, w, b);
    }

    private static float at(float[] values, int filter) {
        return values[values.length == 1 ? 0 : filter];
    }

    Numbers weights(String name) {
        return numbers(name, shape, weights);
    }

    Numbers bias(String name) {
        return numbers(name, List.of(count()), bias);
    }

    static Numbers numbers(String name, List<Integer> shape, float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return new Numbers(name, ElementType.FLOAT, shape, bytes);
    }
}
