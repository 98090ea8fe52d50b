package io.kakou.models.convert;

import static io.kakou.models.convert.Value.Layout.CHANNELS_FIRST;

import io.kakou.models.convert.proto.ElementType;
import io.kakou.models.convert.proto.OnnxGraph;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the part of a TF.js graph between one picture and some outputs as an ONNX model (opset 17).
 *
 * <p>The ONNX model takes a picture as it lies in memory, uint8 N,H,W,C; it becomes float N,C,H,W once at the start, and
 * values become N,H,W,C again only where the graph leaves the world of convolutions. All shapes are known, so whatever
 * the graph computes from shapes is computed here.
 */
public final class Converter {
    /** Name of the ONNX model's only input. */
    public static final String PICTURE = "picture";

    private static final String NAME = "tfjs-graph";

    private final GraphModel model;
    private final OnnxGraph graph = new OnnxGraph();
    private final Layouts layouts = new Layouts(graph);
    private final Mapping mapping = new Mapping(graph, layouts);
    private final Map<String, Value> values = new HashMap<>();

    private Converter(GraphModel model) {
        this.model = model;
    }

    /**
     * Converts.
     *
     * @return the bytes of the ONNX file; its outputs come in {@code cut}'s order and lie as in TensorFlow
     * @throws UnknownOperator where a node on the way has no mapping
     * @throws UnconvertibleGraph where a node has attributes or shapes without a mapping, or a named one is not there
     */
    public static byte[] convert(GraphModel model, Cut cut) throws UnconvertibleGraph {
        return bytes(graph(model, cut));
    }

    /** The ONNX file's bytes of what {@link #graph} gave. */
    public static byte[] bytes(OnnxGraph graph) {
        return graph.toBytes(NAME);
    }

    /** The same, before it is bytes. */
    public static OnnxGraph graph(GraphModel model, Cut cut) throws UnconvertibleGraph {
        Converter converter = new Converter(model);
        converter.readPicture(cut);
        for (String output : cut.outputs()) {
            converter.writeOutput(output);
        }
        return converter.graph;
    }

    private void readPicture(Cut cut) {
        int[] shape = {1, cut.size().height(), cut.size().width(), 3};
        graph.input(PICTURE, ElementType.UINT8, shape);
        String planes = graph.node("Transpose", PICTURE)
                .with("perm", Layouts.TO_CHANNELS_FIRST)
                .to(PICTURE + "/planes");
        String floats =
                graph.node("Cast", planes).with("to", ElementType.FLOAT.code()).to(PICTURE + "/float");
        values.put(cut.input(), new Value(scaled(floats, cut.pixels()), shape, CHANNELS_FIRST, null));
    }

    private String scaled(String floats, Cut.Pixels pixels) {
        if (pixels.equals(Cut.Pixels.PLAIN)) {
            return floats;
        }
        ByteBuffer minus = ByteBuffer.allocate(3 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        pixels.minus().forEach(minus::putFloat);
        String times = graph.node("Mul", floats, graph.number(PICTURE + "/times", pixels.times()))
                .to(PICTURE + "/scaled");
        return graph.node("Sub", times, graph.floats(PICTURE + "/minus", new int[] {3, 1, 1}, minus.array()))
                .to(PICTURE + "/shifted");
    }

    private void writeOutput(String output) throws UnconvertibleGraph {
        Value value = layouts.asInTensorFlow(value(output));
        graph.output(value.name(), value.shape());
    }

    private Value value(String name) throws UnconvertibleGraph {
        Value known = values.get(name);
        if (known != null) {
            return known;
        }
        Constant constant = model.constant(name);
        if (constant != null) {
            return Value.of(name, constant);
        }
        compute(model.node(nodeOf(name)));
        Value value = values.get(name);
        if (value == null) {
            throw new UnconvertibleGraph("no output " + name + " of node " + nodeOf(name));
        }
        return value;
    }

    private void compute(GraphNode node) throws UnconvertibleGraph {
        Operator operator = Operator.of(node);
        List<Value> inputs = new ArrayList<>();
        for (String input : node.inputs()) {
            if (!isControl(input)) {
                inputs.add(value(input));
            }
        }
        List<Value> outputs = mapping.map(operator, node, inputs);
        values.put(node.name(), outputs.get(0));
        for (int i = 1; i < outputs.size(); i++) {
            values.put(node.name() + ":" + i, outputs.get(i));
        }
    }

    private static boolean isControl(String input) {
        return input.startsWith("^");
    }

    private static String nodeOf(String name) {
        int colon = name.lastIndexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }
}
