package io.kakou.models.quantise;

import io.kakou.models.convert.proto.ElementType;
import io.kakou.models.convert.proto.OnnxGraph;
import io.kakou.models.convert.proto.Part;
import io.kakou.models.convert.proto.Part.Numbers;
import io.kakou.models.convert.proto.Part.Operation;
import io.kakou.models.quantise.Ranges.Range;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a folded graph in eight bits: values as unsigned whole numbers with one scale each, weights as {@link WholeWeights}. A ReLU6 is
 * left out where the scale holds the value to its range anyway. What has no range stays as it is.
 *
 * @see <a href="https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html">ONNX Runtime: QDQ</a>
 */
public final class Quantiser {
    private static final String RELU6 = "Clip";
    private static final float SIX = 6;

    private final Wiring wiring;
    private final Map<String, Steps> steps = new HashMap<>();
    private final OnnxGraph written = new OnnxGraph();
    private final Map<String, String> renamed = new HashMap<>();
    private final Set<Operation> gone = new HashSet<>();

    private Quantiser(OnnxGraph graph, Ranges ranges) {
        this.wiring = new Wiring(graph);
        Points.of(graph).forEach(value -> {
            Range range = ranges.values().get(value);
            if (range != null) {
                steps.put(value, Steps.of(range));
            }
        });
    }

    /**
     * The graph in eight bits.
     *
     * @param graph as {@link Folding} left it
     */
    public static OnnxGraph quantise(OnnxGraph graph, Ranges ranges) {
        Quantiser quantiser = new Quantiser(graph, ranges);
        graph.parts().forEach(quantiser::write);
        return Wiring.withoutIdle(quantiser.written);
    }

    private void write(Part part) {
        if (!(part instanceof Operation operation)) {
            written.put(part);
        } else if (!gone.contains(operation)) {
            Operation short6 = withoutRelu6(operation);
            Numbers weights = operation.operator().equals(Folding.CONVOLUTION)
                    ? wiring.numbers(operation.inputs().get(1))
                    : null;
            Steps in = steps.get(operation.inputs().get(0));
            written.put(
                    weights == null || in == null
                            ? short6.with(taken(operation.inputs()), short6.output())
                            : convolution(short6, Filters.of(weights), in));
            mark(short6.output());
        }
    }

    /** A convolution that gives at once what its ReLU6 gave, where the eight bits hold the value to 0…6. */
    private Operation withoutRelu6(Operation operation) {
        Operation relu = wiring.onlyTaker(operation.output());
        if (relu == null || !relu.operator().equals(RELU6)) {
            return operation;
        }
        Steps after = steps.get(relu.output());
        if (!operation.operator().equals(Folding.CONVOLUTION) || after == null || after.zero() != 0) {
            return operation;
        }
        if (after.most() > SIX * (1 + 1e-5)) {
            return operation;
        }
        gone.add(relu);
        return operation.with(operation.inputs(), relu.output());
    }

    private Operation convolution(Operation operation, Filters filters, Steps in) {
        String name = operation.output();
        WholeWeights bits = WholeWeights.of(filters);
        written.put(bits.weights(name + "/w8"));
        written.put(bits.scales(name + "/w8/scales"));
        written.put(bits.zeros(name + "/w8/zeros"));
        float[] biasSteps = bits.biasScales(in.scale());
        float[] bias = Objects.requireNonNull(wiring.numbers(operation.inputs().get(2)))
                .floats();
        written.put(WholeWeights.bias(name + "/b32", bias, biasSteps));
        written.put(Filters.numbers(name + "/b32/scales", List.of(biasSteps.length), biasSteps));
        String w = written.node("DequantizeLinear", name + "/w8", name + "/w8/scales", name + "/w8/zeros")
                .with("axis", 0)
                .to(name + "/w");
        String b = written.node("DequantizeLinear", name + "/b32", name + "/b32/scales")
                .with("axis", 0)
                .to(name + "/b");
        return operation.with(List.of(taken(operation.inputs().get(0)), w, b), name);
    }

    /** A value goes through eight bits and back; whoever takes it takes what came back. */
    private void mark(String value) {
        Steps how = steps.get(value);
        if (how == null) {
            return;
        }
        String scale = written.number(value + "/scale", how.scale());
        written.put(new Numbers(
                value + "/zero", ElementType.UINT8, List.of(), ByteBuffer.wrap(new byte[] {(byte) how.zero()})));
        String bytes =
                written.node("QuantizeLinear", value, scale, value + "/zero").to(value + "/u8");
        renamed.put(
                value,
                written.node("DequantizeLinear", bytes, scale, value + "/zero").to(value + "/back"));
    }

    private List<String> taken(List<String> values) {
        return values.stream().map(this::taken).toList();
    }

    private String taken(String value) {
        @Nullable String back = renamed.get(value);
        return back == null ? value : back;
    }
}
