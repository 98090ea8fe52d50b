package io.kakou.models.convert;

import static io.kakou.models.convert.Value.Layout.SAME;

import io.kakou.models.convert.proto.OnnxGraph;
import java.util.Arrays;
import java.util.List;

/** One number out of many neighbours. */
final class Pooling {
    private static final int[] PLANE = {1, 2};
    private static final int[] PLANE_IN_ONNX = {2, 3};

    private final OnnxGraph graph;

    Pooling(OnnxGraph graph) {
        this.graph = graph;
    }

    Value most(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        Value x = Convolution.picture(node, in);
        int[] kernel = Arrays.copyOfRange(node.integers("ksize"), 1, 3);
        int[] strides = Arrays.copyOfRange(node.integers("strides"), 1, 3);
        Window rows = Window.of(node, x.shape()[1], kernel[0], strides[0]);
        Window columns = Window.of(node, x.shape()[2], kernel[1], strides[1]);
        String name = graph.node("MaxPool", x.name())
                .with("kernel_shape", kernel)
                .with("strides", strides)
                .with("pads", new int[] {rows.before(), columns.before(), rows.after(), columns.after()})
                .to(node.name());
        return x.as(name, 1, rows.length(), columns.length(), x.channels());
    }

    /** Of each whole plane. */
    Value mean(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        Value x = in.get(0);
        Constant axes = in.get(1).constant();
        boolean planes = x.layout() == Value.Layout.CHANNELS_FIRST && axes != null && Arrays.equals(axes.ints(), PLANE);
        if (!planes || node.flag("keep_dims")) {
            throw node.refuses("axes", in.get(1), "rows and columns of a picture, which are not kept");
        }
        String name = graph.node("ReduceMean", x.name())
                .with("axes", PLANE_IN_ONNX)
                .with("keepdims", 0)
                .to(node.name());
        return new Value(name, new int[] {1, x.channels()}, SAME, null);
    }
}
