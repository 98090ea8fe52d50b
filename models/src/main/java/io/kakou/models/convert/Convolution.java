package io.kakou.models.convert;

import static io.kakou.models.convert.Value.Layout.CHANNELS_FIRST;

import io.kakou.models.convert.proto.OnnxGraph;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Convolutions: weights are turned at conversion, and {@code SAME} becomes numbers. */
final class Convolution {
    private final OnnxGraph graph;

    Convolution(OnnxGraph graph) {
        this.graph = graph;
    }

    /** Weights H,W,in,out become out,in,H,W. */
    Value full(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        return write(node, inputs(node, in), weights(node, in).transposed(3, 2, 0, 1), 1);
    }

    /** The same with one number added to each plane of the result. */
    Value biased(GraphNode node, List<Value> in, String bias) throws UnconvertibleGraph {
        Inputs inputs = new Inputs(picture(node, in), List.of(bias));
        return write(node, inputs, weights(node, in).transposed(3, 2, 0, 1), 1);
    }

    /** The picture, and what comes behind the weights. */
    private record Inputs(Value picture, List<String> more) {}

    private static Inputs inputs(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        return new Inputs(picture(node, in), List.of());
    }

    /** Weights H,W,channel,multiplier become channel × multiplier,1,H,W. */
    Value depthwise(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        Constant moved = weights(node, in).transposed(2, 3, 0, 1);
        int[] shape = moved.shape();
        return write(node, inputs(node, in), moved.reshaped(shape[0] * shape[1], 1, shape[2], shape[3]), shape[0]);
    }

    /** The first input, which must be a stack of planes. */
    static Value picture(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        Value x = in.get(0);
        if (x.layout() != CHANNELS_FIRST) {
            throw node.refuses("input", x.name(), "a picture of known size");
        }
        if (!node.text("data_format").equals("NHWC")) {
            throw node.refuses("data_format", node.text("data_format"), "NHWC");
        }
        return x;
    }

    private static Constant weights(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        Constant weights = in.get(1).constant();
        if (weights == null || weights.shape().length != 4) {
            throw node.refuses("weights", in.get(1).name(), "a constant of 4 axes");
        }
        return weights;
    }

    private Value write(GraphNode node, Inputs inputs, Constant weights, int groups) throws UnconvertibleGraph {
        checkAttributes(node);
        int[] kernel = Arrays.copyOfRange(weights.shape(), 2, 4);
        int[] strides = Arrays.copyOfRange(node.integers("strides"), 1, 3);
        Value x = inputs.picture();
        Window rows = Window.of(node, x.shape()[1], kernel[0], strides[0]);
        Window columns = Window.of(node, x.shape()[2], kernel[1], strides[1]);
        String turned = graph.floats(node.name() + "/weights", weights.shape(), weights.bytes());
        String[] names = Stream.concat(Stream.of(x.name(), turned), inputs.more().stream())
                .toArray(String[]::new);
        String name = graph.node("Conv", names)
                .with("kernel_shape", kernel)
                .with("strides", strides)
                .with("pads", new int[] {rows.before(), columns.before(), rows.after(), columns.after()})
                .with("group", groups)
                .to(node.name());
        return x.as(name, 1, rows.length(), columns.length(), weights.shape()[0]);
    }

    private static void checkAttributes(GraphNode node) throws UnconvertibleGraph {
        if (Arrays.stream(node.integers("dilations")).anyMatch(n -> n != 1)) {
            throw node.refuses("dilations", Arrays.toString(node.integers("dilations")), "all 1");
        }
    }
}
