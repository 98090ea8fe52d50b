package io.kakou.models.quantise;

import io.kakou.models.convert.proto.ElementType;
import io.kakou.models.convert.proto.Part.Numbers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A convolution's weights as whole numbers, each filter with a scale of its own: from −63 to 63, and from −127 to 127 where a filter
 * takes one channel.
 *
 * <p>Processors with AVX2 and without VNNI multiply bytes by {@code vpmaddubsw}, which adds two products in 16 bits and holds them there:
 * 2 × 255 × 63 = 32,130 stays below 32,767, where 2 × 255 × 127 = 64,770 would be cut off. Filters of one channel (depthwise) go another
 * way, in which each product is widened to 32 bits before it is added.
 */
final class WholeWeights {
    static final int SEVEN_BITS = 63;
    static final int EIGHT_BITS = 127;
    private static final int TRIED = 20;
    private static final float TRIED_STEP = 0.02f;

    private final List<Integer> shape;
    private final byte[] weights;
    private final float[] scales;

    private WholeWeights(List<Integer> shape, byte[] weights, float[] scales) {
        this.shape = shape;
        this.weights = weights;
        this.scales = scales;
    }

    static WholeWeights of(Filters filters) {
        int most = filters.shape().get(1) == 1 ? EIGHT_BITS : SEVEN_BITS;
        byte[] weights = new byte[filters.count() * filters.size()];
        float[] scales = new float[filters.count()];
        for (int filter = 0; filter < scales.length; filter++) {
            int from = filter * filters.size();
            scales[filter] = scale(filters, from, most);
            for (int i = from; i < from + filters.size(); i++) {
                weights[i] = (byte) whole(filters.weight(i), scales[filter], most);
            }
        }
        return new WholeWeights(filters.shape(), weights, scales);
    }

    /** The one with the least squared error: a few large weights may be cut off a little where the many small gain by it. */
    private static float scale(Filters filters, int from, int most) {
        float largest = 0;
        for (int i = from; i < from + filters.size(); i++) {
            largest = Math.max(largest, Math.abs(filters.weight(i)));
        }
        float best = Float.MIN_NORMAL;
        double least = Double.POSITIVE_INFINITY;
        for (int step = 0; step < TRIED; step++) {
            float scale = Math.max(Float.MIN_NORMAL, largest / most * (1 - step * TRIED_STEP));
            double error = error(filters, from, scale, most);
            if (error < least) {
                least = error;
                best = scale;
            }
        }
        return best;
    }

    private static double error(Filters filters, int from, float scale, int most) {
        double sum = 0;
        for (int i = from; i < from + filters.size(); i++) {
            double off = filters.weight(i) - whole(filters.weight(i), scale, most) * (double) scale;
            sum += off * off;
        }
        return sum;
    }

    private static int whole(float weight, float scale, int most) {
        return Math.max(-most, Math.min(most, Math.round(weight / scale)));
    }

    /** Of a filter, one after another. */
    List<Byte> filter(int number) {
        int size = weights.length / scales.length;
        List<Byte> own = new ArrayList<>();
        for (int i = number * size; i < (number + 1) * size; i++) {
            own.add(weights[i]);
        }
        return own;
    }

    Numbers weights(String name) {
        return new Numbers(name, ElementType.INT8, shape, ByteBuffer.wrap(weights));
    }

    Numbers scales(String name) {
        return Filters.numbers(name, List.of(scales.length), scales);
    }

    /** All 0: filters are symmetric. */
    Numbers zeros(String name) {
        return new Numbers(name, ElementType.INT8, List.of(scales.length), ByteBuffer.allocate(scales.length));
    }

    /** What one step of the bias is worth: that of a product of input and weight. */
    float[] biasScales(float inputScale) {
        float[] both = new float[scales.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = inputScale * scales[i];
        }
        return both;
    }

    /** A bias in those steps, 32 bits each. */
    static Numbers bias(String name, float[] bias, float[] steps) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * bias.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < bias.length; i++) {
            bytes.putInt(Math.round(bias[i] / steps[i]));
        }
        return new Numbers(name, ElementType.INT32, List.of(bias.length), bytes.flip());
    }
}
