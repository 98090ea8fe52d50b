package io.kakou.models.convert;

import static io.kakou.models.convert.Value.Layout.SAME;

import io.kakou.models.convert.proto.OnnxGraph;
import java.util.List;

/** Operators that TensorFlow's optimiser joined to one: a product, a number added to each channel, maybe a limit at 0. */
final class Fusion {
    private static final List<String> BIASED = List.of("BiasAdd");
    private static final List<String> BIASED_RELU = List.of("BiasAdd", "Relu");

    private final OnnxGraph graph;
    private final Layouts layouts;
    private final Convolution convolution;

    Fusion(OnnxGraph graph, Layouts layouts, Convolution convolution) {
        this.graph = graph;
        this.layouts = layouts;
        this.convolution = convolution;
    }

    Value convolved(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        GraphNode product = node.as(inner(node));
        return limited(node, convolution.biased(product, in, bias(node, in)));
    }

    /** A row of numbers times a matrix known at conversion. */
    Value multiplied(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        Value x = in.get(0);
        Constant matrix = in.get(1).constant();
        boolean plain = !node.flag("transpose_a") && !node.flag("transpose_b") && x.layout() == SAME && x.rank() == 2;
        if (!plain || matrix == null || matrix.shape().length != 2) {
            throw node.refuses("operands", in, "rows, and a constant matrix, none of them turned");
        }
        String name = inner(node);
        String product = graph.node("MatMul", x.name(), layouts.floats(in.get(1).name(), matrix))
                .to(name + "/product");
        graph.node("Add", product, bias(node, in)).to(name);
        return limited(node, x.as(name, x.shape()[0], matrix.shape()[1]));
    }

    /** What the product is called: the node's own name, unless something comes behind it. */
    private static String inner(GraphNode node) throws UnconvertibleGraph {
        List<String> fused = node.texts("fused_ops");
        if (!fused.equals(BIASED) && !fused.equals(BIASED_RELU)) {
            throw node.refuses("fused_ops", fused, BIASED + " or " + BIASED_RELU);
        }
        return fused.equals(BIASED) ? node.name() : node.name() + "/biased";
    }

    private String bias(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        if (in.size() != 3 || in.get(2).constant() == null) {
            throw node.refuses("bias", in, "one constant behind the weights");
        }
        return layouts.floats(in.get(2).name(), in.get(2).constant());
    }

    private Value limited(GraphNode node, Value biased) {
        return biased.name().equals(node.name())
                ? biased
                : biased.as(graph.node("Relu", biased.name()).to(node.name()), biased.shape());
    }
}
