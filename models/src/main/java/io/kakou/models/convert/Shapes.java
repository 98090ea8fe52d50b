package io.kakou.models.convert;

import static io.kakou.models.convert.Value.Layout.CHANNELS_FIRST;
import static io.kakou.models.convert.Value.Layout.SAME;

import io.kakou.models.convert.proto.OnnxGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Operators that move numbers or reckon with shapes, and leave the numbers as they are. */
final class Shapes {
    private final OnnxGraph graph;
    private final Layouts layouts;

    Shapes(OnnxGraph graph, Layouts layouts) {
        this.graph = graph;
        this.layouts = layouts;
    }

    Value shape(GraphNode node, List<Value> in) {
        int[] shape = in.get(0).shape();
        return Value.of(node.name(), Constant.ofInts(new int[] {shape.length}, shape));
    }

    /** A strided slice that takes one number out of a known list, which is all that shape arithmetic needs. */
    Value element(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        int[] list = ints(node, in, 0);
        int begin = ints(node, in, 1)[0];
        if (node.integer("shrink_axis_mask") != 1 || in.get(0).rank() != 1 || begin < 0 || begin >= list.length) {
            throw node.refuses("slice", begin + " of " + in.get(0), "one element of a known list");
        }
        return Value.of(node.name(), Constant.ofInts(new int[0], list[begin]));
    }

    Value pack(GraphNode node, List<Value> in) throws UnconvertibleGraph {
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

    Value concat(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        int last = in.size() - 1;
        List<Value> parts = new ArrayList<>();
        for (Value part : in.subList(0, last)) {
            parts.add(layouts.asInTensorFlow(part));
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

    List<Value> unpack(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        Value x = layouts.asInTensorFlow(in.get(0));
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

    Value reshape(GraphNode node, List<Value> in) throws UnconvertibleGraph {
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

    Value expandDims(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        int[] shape = in.get(0).shape();
        return reshaped(node.name(), in.get(0), with(shape, axis(node, ints(node, in, 1)[0], shape.length + 1), 1));
    }

    Value squeeze(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        int[] dims = node.integers("squeeze_dims");
        int[] shape = in.get(0).shape();
        if (dims.length != 1 || shape[axis(node, dims[0], shape.length)] != 1) {
            throw node.refuses("squeeze_dims", Arrays.toString(dims), "one axis of length 1");
        }
        return reshaped(node.name(), in.get(0), without(shape, axis(node, dims[0], shape.length)));
    }

    private Value reshaped(String name, Value x, int[] shape) {
        Value from = layouts.asInTensorFlow(x);
        graph.node("Reshape", from.name(), graph.list(name + "/shape", shape)).to(name);
        return new Value(name, shape, SAME, null);
    }

    Value slice(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        Value x = layouts.asInTensorFlow(in.get(0));
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

    /** Zeros around, also before and behind the channels. */
    Value pad(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        Value x = in.get(0);
        int[] around = ints(node, in, 1);
        int[] order = x.layout() == CHANNELS_FIRST ? Layouts.TO_CHANNELS_FIRST : straight(x.rank());
        int[] shape = x.shape().clone();
        int[] pads = new int[2 * shape.length];
        for (int i = 0; i < shape.length; i++) {
            shape[i] += around[2 * i] + around[2 * i + 1];
            pads[i] = around[2 * order[i]];
            pads[i + shape.length] = around[2 * order[i] + 1];
        }
        graph.node("Pad", x.name(), graph.list(node.name() + "/pads", pads)).to(node.name());
        return x.as(node.name(), shape);
    }

    private static int[] straight(int rank) {
        return IntStream.range(0, rank).toArray();
    }

    Value tile(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        int[] multiples = ints(node, in, 1);
        if (Arrays.stream(multiples).anyMatch(n -> n != 1)) {
            throw node.refuses("multiples", Arrays.toString(multiples), "all 1");
        }
        return in.get(0);
    }

    Value transpose(GraphNode node, List<Value> in) throws UnconvertibleGraph {
        Value x = layouts.asInTensorFlow(in.get(0));
        int[] order = ints(node, in, 1);
        graph.node("Transpose", x.name()).with("perm", order).to(node.name());
        return new Value(
                node.name(), Arrays.stream(order).map(i -> x.shape()[i]).toArray(), SAME, null);
    }

    private static int[] ints(GraphNode node, List<Value> in, int index) throws UnconvertibleGraph {
        Constant constant = in.get(index).constant();
        if (constant == null || constant.type() != Constant.Type.INT32) {
            throw node.refuses("input " + index, in.get(index), "integers known at conversion");
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
}
