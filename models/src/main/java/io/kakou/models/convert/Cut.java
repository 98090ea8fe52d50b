package io.kakou.models.convert;

import io.kakou.models.Size;
import java.util.List;

/**
 * The part of a graph that is converted.
 *
 * @param input node whose output is replaced by the picture, as floats 0 to 255 in N,H,W,C with N = 1 and C = 3
 * @param size of that picture
 * @param outputs nodes whose first outputs the ONNX model gives, in this order
 */
public record Cut(String input, Size size, List<String> outputs) {
    public Cut {
        outputs = List.copyOf(outputs);
    }
}
