package io.kakou.models.convert;

import static io.kakou.models.convert.Value.Layout.CHANNELS_FIRST;
import static io.kakou.models.convert.Value.Layout.SAME;

import io.kakou.models.convert.proto.OnnxGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * TensorFlow's operators as ONNX's.
 *
 * @see <a href="https://www.tensorflow.org/api_docs/python/tf/raw_ops">TensorFlow's operators</a>
 * @see <a href="https://github.com/onnx/onnx/blob/v1.12.0/docs/Operators.md">ONNX's operators, opset 17</a>
 */
final class Mapping {
    static final int[] TO_CHANNELS_FIRST = {0, 3, 1, 2};
    static final int[] TO_CHANNELS_LAST = {0, 2, 3, 1};

    private final OnnxGraph graph;
    private final Convolution convolution;
    private final Map<String, Value> asInTensorFlow = new HashMap<>();

    Mapping(OnnxGraph graph) {
        this.graph = graph;
        this.convolution = new Convolution(graph);
    }

    /** Writes one node; its outputs in TensorFlow's order. */
    List<Value> map(Operator operator, GraphNode node, List<Value> in) throws UnconvertibleGraph {
        return switch (operator) {
            case ADD, BIAS_ADD -> List.of(arithmetic("Add", node, in));
            case ADD_N -> List.of(sum(node, in));
            case CONCAT -> List.of(concat(node, in));
            case CONV -> List.of(convolution.full(node, in));
            case DEPTHWISE_CONV -> List.of(convolution.depthwise(node, in));
            case EXP -> List.of(unary("Exp", node, in));
            case EXPAND_DIMS -> List.of(expandDims(node, in));
            case FUSED_BATCH_NORM -> List.of(batchNorm(node, in));
            case MUL -> List.of(arithmetic("Mul", node, in));
            case PACK -> List.of(pack(node, in));
            case RELU6 -> List.of(relu6(node, in));
            case RESHAPE -> List.of(reshape(node, in));
            case SHAPE -> List.of(shape(node, in));
            case SIGMOID -> List.of(unary("Sigmoid", node, in));
            case SLICE -> List.of(slice(node, in));
            case SQUEEZE -> List.of(squeeze(node, in));
            case STRIDED_SLICE -> List.of(element(node, in));
            case SUB -> List.of(arithmetic("Sub", node, in));
            case TILE -> List.of(tile(node, in));
            case TRANSPOSE -> List.of(transpose(node, in));
            case UNPACK -> unpack(node, in);
        };
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
                throw node.refuses("operand", describe(value), "a constant, or " + describe(other));
            }
            return value.name();
        }
        boolean perChannel = value.rank() == 1 && value.channels() == other.channels();
        if (constant.type() != Constant.Type.FLOAT32 || !(perChannel || value.rank() == 0)) {
            throw node.refuses("constant operand", describe(value), "one float, or one for each channel");
        }
        return perChannel && other.layout() == CHANNELS_FIRST
                ? floats(value.name() + "/planes", constant.reshaped(value.channels(), 1, 1))
                : floats(value.name(), constant);
    }

    private Value sum(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        if (in.size() != 2) {
            throw node.refuses("number of operands", in.size(), "2");
        }
        return arithmetic("Add", node, in);
    }

    private String floats(String name, Constant constant) {
        return graph.floats(name, constant.shape(), constant.bytes());
    }

    private Value unary(String operator, GraphNode node, List<Value> in) {
        Value x = in.get(0);
        return x.as(graph.node(operator, x.name()).to(node.name()), x.shape());
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
            inputs.add(asInTensorFlow(each).name());
        }
        String name = graph.node("BatchNormalization", inputs.toArray(new String[0]))
                .with("epsilon", node.real("epsilon"))
                .to(node.name());
        return x.as(name, x.shape());
    }

    private Value shape(GraphNode node, List<Value> in) {
        int[] shape = in.get(0).shape();
        return Value.of(node.name(), Constant.ofInts(new int[] {shape.length}, shape));
    }

    /** A strided slice that takes one number out of a known list, which is all that shape arithmetic needs. */
    private Value element(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        int[] list = ints(node, in, 0);
        int begin = ints(node, in, 1)[0];
        if (node.integer("shrink_axis_mask") != 1 || in.get(0).rank() != 1 || begin < 0 || begin >= list.length) {
            throw node.refuses("slice", begin + " of " + describe(in.get(0)), "one element of a known list");
        }
        return Value.of(node.name(), Constant.ofInts(new int[0], list[begin]));
    }

    private Value pack(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        if (in.stream().allMatch(v -> v.constant() != null && v.rank() == 0)) {
            int[] list = new int[in.size()];
            for (int i = 0; i < list.length; i++) {
                list[i] = ints(node, in, i)[0];
            }
            return Value.of(node.name(), Constant.ofInts(new int[] {list.length}, list));
        }
        int axis = axis(node, node.integer("axis"), in.get(0).rank() + 1);
        int[] one = with(in.get(0).shape(), axis, 1);
        List<Value> parts = new ArrayList<>();
        for (int i = 0; i < in.size(); i++) {
            parts.add(reshaped(node.name() + "/" + i, in.get(i), one));
        }
        return concat(node, parts, axis);
    }

    private Value concat(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        int last = in.size() - 1;
        List<Value> parts = new ArrayList<>();
        for (Value part : in.subList(0, last)) {
            parts.add(asInTensorFlow(part));
        }
        return concat(
                node, parts, axis(node, ints(node, in, last)[0], parts.get(0).rank()));
    }

    private Value concat(GraphNode node, List<Value> parts, int axis) {
        int[] shape = parts.get(0).shape().clone();
        shape[axis] = parts.stream().mapToInt(part -> part.shape()[axis]).sum();
        String name = graph.node("Concat", parts.stream().map(Value::name).toArray(String[]::new))
                .with("axis", axis)
                .to(node.name());
        return new Value(name, shape, SAME, null);
    }

    private List<Value> unpack(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        Value x = asInTensorFlow(in.get(0));
        int axis = axis(node, node.integer("axis"), x.rank());
        int[] shape = without(x.shape(), axis);
        List<Value> parts = new ArrayList<>();
        for (int i = 0; i < x.shape()[axis]; i++) {
            String name = i == 0 ? node.name() : node.name() + ":" + i;
            graph.node("Gather", x.name(), graph.index("index/" + i, i))
                    .with("axis", axis)
                    .to(name);
            parts.add(new Value(name, shape, SAME, null));
        }
        return parts;
    }

    private Value reshape(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        int[] shape = ints(node, in, 1).clone();
        int all = Constant.count(in.get(0).shape());
        int known = Arrays.stream(shape).filter(n -> n >= 0).reduce(1, Math::multiplyExact);
        for (int i = 0; i < shape.length; i++) {
            shape[i] = shape[i] < 0 ? all / known : shape[i];
        }
        if (Constant.count(shape) != all) {
            throw node.refuses("shape", Arrays.toString(shape), "one of " + all + " numbers");
        }
        return reshaped(node.name(), in.get(0), shape);
    }

    private Value expandDims(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        int[] shape = in.get(0).shape();
        return reshaped(node.name(), in.get(0), with(shape, axis(node, ints(node, in, 1)[0], shape.length + 1), 1));
    }

    private Value squeeze(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        int[] dims = node.integers("squeeze_dims");
        int[] shape = in.get(0).shape();
        if (dims.length != 1 || shape[axis(node, dims[0], shape.length)] != 1) {
            throw node.refuses("squeeze_dims", Arrays.toString(dims), "one axis of length 1");
        }
        return reshaped(node.name(), in.get(0), without(shape, axis(node, dims[0], shape.length)));
    }

    private Value reshaped(String name, Value x, int[] shape) {
        Value from = asInTensorFlow(x);
        graph.node("Reshape", from.name(), graph.list(name + "/shape", shape)).to(name);
        return new Value(name, shape, SAME, null);
    }

    private Value slice(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        Value x = asInTensorFlow(in.get(0));
        int[] begin = ints(node, in, 1);
        int[] shape = ints(node, in, 2).clone();
        int[] end = new int[shape.length];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = shape[i] < 0 ? x.shape()[i] - begin[i] : shape[i];
            end[i] = begin[i] + shape[i];
        }
        graph.node("Slice", x.name(), graph.list(node.name() + "/from", begin), graph.list(node.name() + "/to", end))
                .to(node.name());
        return new Value(node.name(), shape, SAME, null);
    }

    private Value tile(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        int[] multiples = ints(node, in, 1);
        if (Arrays.stream(multiples).anyMatch(n -> n != 1)) {
            throw node.refuses("multiples", Arrays.toString(multiples), "all 1");
        }
        return in.get(0);
    }

    private Value transpose(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        Value x = asInTensorFlow(in.get(0));
        int[] order = ints(node, in, 1);
        graph.node("Transpose", x.name()).with("perm", order).to(node.name());
        return new Value(
                node.name(), Arrays.stream(order).map(i -> x.shape()[i]).toArray(), SAME, null);
    }

    private static int[] ints(GraphNode node, List<Value> in, int index) throws UnconvertibleGraph {
        Constant constant = in.get(index).constant();
        if (constant == null || constant.type() != Constant.Type.INT32) {
            throw node.refuses("input " + index, describe(in.get(index)), "integers known at conversion");
        }
        return constant.ints();
    }

    private static int axis(GraphNode node, int axis, int rank) throws UnconvertibleGraph {
        if (axis < -rank || axis >= rank) {
            throw node.refuses("axis", axis, -rank + " to " + (rank - 1));
        }
        return Math.floorMod(axis, rank);
    }

    private static int[] with(int[] shape, int axis, int length) {
        int[] longer = Arrays.copyOf(shape, shape.length + 1);
        System.arraycopy(shape, axis, longer, axis + 1, shape.length - axis);
        longer[axis] = length;
        return longer;
    }

    private static int[] without(int[] shape, int axis) {
        int[] shorter = Arrays.copyOf(shape, shape.length - 1);
        System.arraycopy(shape, axis + 1, shorter, axis, shorter.length - axis);
        return shorter;
    }

    private static String describe(Value value) {
        return value.name() + Arrays.toString(value.shape()) + " " + value.layout();
    }
}
