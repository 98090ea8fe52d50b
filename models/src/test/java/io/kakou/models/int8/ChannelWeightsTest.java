package io.kakou.models.int8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kakou.models.convert.proto.OnnxTensor;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChannelWeightsTest {
    private static final int LARGEST_BYTE = 255;
    private static final int CHANNELS = 7;
    private static final int EACH = 18;

    @Test
    void any_two_products_fit_into_16_bits_whatever_the_weights() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = new ChannelWeights(any(random)).bytes().bytes();
            for (int i = 1; i < bytes.length; i++) {
                int pair = LARGEST_BYTE * bytes[i - 1] + LARGEST_BYTE * bytes[i];
                assertThat(pair).isBetween((int) Short.MIN_VALUE, (int) Short.MAX_VALUE);
            }
        }
    }

    @Test
    void eight_bits_would_not_fit() {
        assertThat(2 * LARGEST_BYTE * Byte.MAX_VALUE).isGreaterThan(Short.MAX_VALUE);
    }

    @Test
    void a_weight_is_missed_by_half_a_step_at_most_and_the_largest_not_at_all() {
        Random random = new Random(6);
        for (int round = 0; round < 100; round++) {
            OnnxTensor weights = any(random);
            ChannelWeights quantised = new ChannelWeights(weights);
            float[] values = weights.floats();
            byte[] bytes = quantised.bytes().bytes();
            for (int i = 0; i < values.length; i++) {
                float step = quantised.scales()[i / EACH];
                assertThat(bytes[i] * step).isCloseTo(values[i], within(0.5001f * step));
            }
        }
    }

    @Test
    void a_channel_of_zeros_stays_one() {
        ChannelWeights quantised = new ChannelWeights(OnnxTensor.of(new float[EACH], 1, 2, 3, 3));
        assertThat(quantised.bytes().bytes()).containsOnly(0);
        assertThat(quantised.scales()[0]).isPositive();
    }

    /** Channels of very different sizes, as depthwise convolutions have them after folding. */
    private static OnnxTensor any(Random random) {
        float[] values = new float[CHANNELS * EACH];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * Math.pow(10, i / EACH - 3));
        }
        return OnnxTensor.of(values, CHANNELS, 2, 3, 3);
    }
}
