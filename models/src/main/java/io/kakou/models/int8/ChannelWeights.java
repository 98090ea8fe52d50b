package io.kakou.models.int8;

import io.kakou.models.convert.proto.ElementType;
import io.kakou.models.convert.proto.OnnxTensor;

/**
 * A convolution's weights in 7 bits: for each output channel, the largest becomes ±63.
 *
 * <p>Why not ±127: CPUs with AVX2 but no VNNI multiply unsigned by signed bytes with {@code vpmaddubsw}, which adds two
 * products into 16 bits and saturates. Two activations of 255 by two weights w give 2 × 255 × |w|, which is within
 * 32767 for |w| ≤ 64, and 64770 for 127. So ±63 gives the same numbers on every CPU.
 *
 * @see <a href="https://www.felixcloutier.com/x86/pmaddubsw">PMADDUBSW</a>
 */
final class ChannelWeights {
    /** Largest of a quantised weight. */
    static final int MOST = 63;

    private final float[] scales;
    private final OnnxTensor bytes;

    ChannelWeights(OnnxTensor weights) {
        float[] values = weights.floats();
        int channels = weights.shape()[0];
        int each = values.length / channels;
        byte[] quantised = new byte[values.length];
        this.scales = new float[channels];
        for (int c = 0; c < channels; c++) {
            scales[c] = scale(values, c * each, each);
            for (int i = c * each; i < (c + 1) * each; i++) {
                quantised[i] = (byte) Math.max(-MOST, Math.min(MOST, Math.round(values[i] / scales[c])));
            }
        }
        this.bytes = OnnxTensor.of(ElementType.INT8, quantised, weights.shape());
    }

    /** Of one step, for each output channel. */
    float[] scales() {
        return scales.clone();
    }

    OnnxTensor bytes() {
        return bytes;
    }

    /** A channel of zeros has any scale but 0. */
    private static float scale(float[] values, int from, int length) {
        float largest = Float.MIN_NORMAL * MOST;
        for (int i = from; i < from + length; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        return largest / MOST;
    }
}
