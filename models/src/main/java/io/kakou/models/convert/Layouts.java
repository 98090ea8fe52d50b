package io.kakou.models.convert;

import static io.kakou.models.convert.Value.Layout.CHANNELS_FIRST;
import static io.kakou.models.convert.Value.Layout.SAME;

import io.kakou.models.convert.proto.OnnxGraph;
import java.util.HashMap;
import java.util.Map;

/** Turns values between TensorFlow's layout and the one of ONNX's convolutions. */
final class Layouts {
    static final int[] TO_CHANNELS_FIRST = {0, 3, 1, 2};
    private static final int[] TO_CHANNELS_LAST = {0, 2, 3, 1};

    private final OnnxGraph graph;
    private final Map<String, Value> asInTensorFlow = new HashMap<>();

    Layouts(OnnxGraph graph) {
        this.graph = graph;
    }

    /** The value laid out as TensorFlow has it, as an ONNX value. */
    Value asInTensorFlow(Value value) {
        return asInTensorFlow.computeIfAbsent(value.name(), name -> {
            if (value.layout() == CHANNELS_FIRST) {
                String moved = graph.node("Transpose", name)
                        .with("perm", TO_CHANNELS_LAST)
                        .to(name + "/nhwc");
                return new Value(moved, value.shape(), SAME, null);
            }
            if (value.constant() != null) {
                floats(name, value.constant());
            }
            return value;
        });
    }

    /** Writes numbers under a name of their own. */
    String floats(String name, Constant constant) {
        return graph.floats(name, constant.shape(), constant.bytes());
    }
}
