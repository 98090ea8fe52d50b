package io.kakou.models.convert;

import static io.kakou.models.convert.Value.Layout.CHANNELS_FIRST;

import io.kakou.models.convert.proto.OnnxGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * TensorFlow's operators as ONNX's.
 *
 * @see <a href="https://www.tensorflow.org/api_docs/python/tf/raw_ops">TensorFlow's operators</a>
 * @see <a href="https://github.com/onnx/onnx/blob/v1.12.0/docs/Operators.md">ONNX's operators, opset 17</a>
 */
final class Mapping {
    private final OnnxGraph graph;
    private final Convolution convolution;
    private final Fusion fusion;
    private final Pooling pooling;
    private final Shapes shapes;
    private final Layouts layouts;

    Mapping(OnnxGraph graph, Layouts layouts) {
        this.graph = graph;
        this.layouts = layouts;
        this.convolution = new Convolution(graph);
        this.fusion = new Fusion(graph, layouts, convolution);
        this.pooling = new Pooling(graph);
        this.shapes = new Shapes(graph, layouts);
    }

    /** Writes one node; its outputs in TensorFlow's order. */
    List<Value> map(Operator operator, GraphNode node, List<Value> in) throws UnconvertibleGraph {
        return switch (operator) {
            case ADD, ADD_V2, BIAS_ADD -> List.of(arithmetic("Add", node, in));
            case ADD_N -> List.of(sum(node, in));
            case CONCAT -> List.of(shapes.concat(node, in));
            case CONV -> List.of(convolution.full(node, in));
            case DEPTHWISE_CONV -> List.of(convolution.depthwise(node, in));
            case EXP -> List.of(unary("Exp", node, in));
            case EXPAND_DIMS -> List.of(shapes.expandDims(node, in));
            case FUSED_BATCH_NORM -> List.of(batchNorm(node, in));
            case FUSED_CONV -> List.of(fusion.convolved(node, in));
            case FUSED_MAT_MUL -> List.of(fusion.multiplied(node, in));
            case IDENTITY -> List.of(in.get(0));
            case MAXIMUM -> List.of(arithmetic("Max", node, in));
            case MAX_POOL -> List.of(pooling.most(node, in));
            case MEAN -> List.of(pooling.mean(node, in));
            case MINIMUM -> List.of(arithmetic("Min", node, in));
            case MUL -> List.of(arithmetic("Mul", node, in));
            case PACK -> List.of(shapes.pack(node, in));
            case PAD -> List.of(shapes.pad(node, in));
            case RELU -> List.of(unary("Relu", node, in));
            case RELU6 -> List.of(relu6(node, in));
            case RESHAPE -> List.of(shapes.reshape(node, in));
            case SHAPE -> List.of(shapes.shape(node, in));
            case SIGMOID -> List.of(unary("Sigmoid", node, in));
            case SLICE -> List.of(shapes.slice(node, in));
            case SOFTMAX -> List.of(softmax(node, in));
            case SQUEEZE -> List.of(shapes.squeeze(node, in));
            case STRIDED_SLICE -> List.of(shapes.element(node, in));
            case SUB -> List.of(arithmetic("Sub", node, in));
            case TILE -> List.of(shapes.tile(node, in));
            case TRANSPOSE -> List.of(shapes.transpose(node, in));
            case UNPACK -> shapes.unpack(node, in);
        };
    }

    private Value arithmetic(String operator, GraphNode node, List<Value> in) throws UnconvertibleGraph {
        Value left = in.get(0);
        Value right = in.get(1);
        Value larger = left.rank() >= right.rank() && left.constant() == null ? left : right;
        String name = graph.node(operator, operand(node, left, larger), operand(node, right, larger))
                .to(node.name());
        return larger.as(name, larger.shape());
    }

    /** An operand as it must lie to meet {@code other}: of the same shape, one number, or one number a channel. */
    private String operand(GraphNode node, Value value, Value other) throws UnconvertibleGraph {
        Constant constant = value.constant();
        if (constant == null) {
            if (!Arrays.equals(value.shape(), other.shape()) || value.layout() != other.layout()) {
                throw node.refuses("operand", value, "a constant, or " + other);
            }
            return value.name();
        }
        boolean perChannel = value.rank() == 1 && value.channels() == other.channels();
        if (constant.type() != Constant.Type.FLOAT32 || !(perChannel || value.rank() == 0)) {
            throw node.refuses("constant operand", value, "one float, or one for each channel");
        }
        return perChannel && other.layout() == CHANNELS_FIRST
                ? layouts.floats(value.name() + "/planes", constant.reshaped(value.channels(), 1, 1))
                : layouts.floats(value.name(), constant);
    }

    private Value sum(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        if (in.size() != 2) {
            throw node.refuses("number of operands", in.size(), "2");
        }
        return arithmetic("Add", node, in);
    }

    private Value unary(String operator, GraphNode node, List<Value> in) {
        Value x = in.get(0);
        return x.as(graph.node(operator, x.name()).to(node.name()), x.shape());
    }

    /** Over the last axis, as in TensorFlow. */
    private Value softmax(GraphNode node, List<Value> in) {
        Value x = layouts.asInTensorFlow(in.get(0));
        String name = graph.node("Softmax", x.name()).with("axis", x.rank() - 1).to(node.name());
        return x.as(name, x.shape());
    }

    private Value relu6(GraphNode node, List<Value> in) {
        Value x = in.get(0);
        String name = graph.node("Clip", x.name(), graph.number("relu6/min", 0), graph.number("relu6/max", 6))
                .to(node.name());
        return x.as(name, x.shape());
    }

    private Value batchNorm(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        Value x = Convolution.picture(node, in);
        if (node.flag("is_training")) {
            throw node.refuses("is_training", true, "false");
        }
        List<String> inputs = new ArrayList<>(List.of(x.name()));
        for (Value each : in.subList(1, 5)) {
            inputs.add(layouts.asInTensorFlow(each).name());
        }
        String name = graph.node("BatchNormalization", inputs.toArray(new String[0]))
                .with("epsilon", node.real("epsilon"))
                .to(node.name());
        return x.as(name, x.shape());
    }
}
