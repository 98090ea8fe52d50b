package io.kakou.models.convert;

import io.kakou.models.Size;
import java.util.List;

/**
 * The part of a graph that is converted.
 *
 * @param input node whose output is replaced by the picture, as floats in N,H,W,C with N = 1 and C = 3
 * @param size of that picture
 * @param pixels what is done to each number first
 * @param outputs nodes whose first outputs the ONNX model gives, in this order; nothing else can be had from it
 */
public record Cut(String input, Size size, Pixels pixels, List<String> outputs) {
    public Cut {
        outputs = List.copyOf(outputs);
    }

    /** A graph that takes 0 to 255 as they are. */
    public Cut(String input, Size size, List<String> outputs) {
        this(input, size, Pixels.PLAIN, outputs);
    }

    /**
     * A number of the picture times {@code times}, minus {@code minus}.
     *
     * @param times of every channel
     * @param minus one for each channel, in the picture's order
     */
    public record Pixels(float times, List<Float> minus) {
        public static final Pixels PLAIN = new Pixels(1, List.of(0f, 0f, 0f));

        public Pixels {
            minus = List.copyOf(minus);
            if (minus.size() != 3) {
                throw new IllegalArgumentException("minus has " + minus.size() + " numbers; allowed: 3");
            }
        }
    }
}
